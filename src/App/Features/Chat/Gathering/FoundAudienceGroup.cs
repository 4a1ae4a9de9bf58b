using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.Gathering;

/// <param name="Rules">Who shall be in it, besides the founder.</param>
/// <param name="Title">Null or empty: made from the names.</param>
/// <param name="Body">What to say in it first; null or empty for nothing.</param>
public sealed record FoundAudienceGroupRequest(IReadOnlyList<AudienceRule> Rules, string? Title, string? Body);

/// <summary>A group that was founded with an audience.</summary>
/// <param name="LeftOut">How many may not be written to and are not in it.</param>
public sealed record GatheredGroup(ConversationId Group, int Members, int LeftOut);

/// <summary>Founds a work group with whoever meets the rules now; afterwards it is a group like any other.</summary>
public sealed class FoundAudienceGroup(IDbContextFactory<AppDbContext> databases, FoundGroup found, SendMessage send)
{
    public async Task<Result<GatheredGroup>> HandleAsync(FoundAudienceGroupRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var isSilent = string.IsNullOrWhiteSpace(request.Body);
        if (!isSilent && Message.CheckBody(request.Body!).Refusal is { } unfit)
        {
            return unfit;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var people = await GatheredPeople.FindAsync(database, request.Rules, by, Conversation.MaxMembers - 1, cancellationToken);
        if (people.Refusal is { } refusal)
        {
            return refusal;
        }

        var group = await found.HandleAsync(new FoundGroupRequest(people.Value.People, request.Title), by, cancellationToken);
        if (group.Refusal is { } refused)
        {
            return refused;
        }

        if (!isSilent)
        {
            await send.HandleAsync(new SendMessageRequest(group.Value, Guid.CreateVersion7(), request.Body!), by, cancellationToken);
        }

        return new GatheredGroup(group.Value, people.Value.People.Count + 1, people.Value.LeftOut);
    }
}
