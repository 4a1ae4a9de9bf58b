namespace HaiZhengTong.Infrastructure.Data.Seeding.Chat;

/// <summary>What a group talks about: words for its title, lines that open a thread, lines that answer.</summary>
internal sealed record TalkTopic(string Name, IReadOnlyList<string> Titles, List<string> Openings, List<string> Answers);
