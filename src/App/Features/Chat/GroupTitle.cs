using HaiZhengTong.Domain.Chat;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>A title for a group nobody has named: the first members' names.</summary>
internal static class GroupTitle
{
    private const int Named = 4;

    public static string Of(IReadOnlyList<string> names)
    {
        var title = string.Join('、', names.Take(Named));
        if (names.Count > Named)
        {
            title += "…";
        }

        return title.Length <= Conversation.MaxTitleLength ? title : title[..(Conversation.MaxTitleLength - 1)] + "…";
    }
}
