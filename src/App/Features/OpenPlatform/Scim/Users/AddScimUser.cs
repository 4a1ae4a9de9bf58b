using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>Adds a person with posts and an account nobody can sign in to yet, or brings back whom the client deleted.</summary>
internal sealed class AddScimUser(ScimWrites writes, AddPerson addPerson, ScimUserWriter writer, TimeProvider clock)
{
    public async Task<Result<ScimResource>> HandleAsync(JsonObject resource, ScimCaller caller, CancellationToken cancellationToken)
    {
        var read = new ScimUserReader(resource, current: null, isPatch: false).Read();
        if (read.Refusal is { } malformed)
        {
            return malformed;
        }

        return await writes.DoAsync(caller, database => AddAsync(database, caller, read.Value, cancellationToken), cancellationToken);
    }

    private async Task<Result<ScimResource>> AddAsync(
        AppDbContext database, ScimCaller caller, ScimUserDraft draft, CancellationToken cancellationToken)
    {
        var id = await BringBackAsync(database, caller, draft.UserName, cancellationToken);
        if (id is null)
        {
            var made = await MakeAsync(database, caller, draft, cancellationToken);
            if (made.Refusal is { } refusal)
            {
                return refusal;
            }

            id = made.Value;
        }

        var state = await ScimUsers.FindAsync(database, caller, id.Value, isTracked: true, cancellationToken);
        if ((state.Refusal ?? await writer.WriteAsync(database, caller, state.Value, draft, cancellationToken)) is { } unfit)
        {
            return unfit;
        }

        var written = await ScimUsers.FindAsync(database, caller, id.Value, isTracked: true, cancellationToken);
        return written.Match<Result<ScimResource>>(user => ScimUserView.Of(user, caller), refused => refused);
    }

    private static async Task<PersonId?> BringBackAsync(AppDbContext database, ScimCaller caller, string userName, CancellationToken cancellationToken)
    {
        var account = userName.ToLowerInvariant();
        var link = await database.ScimPersonLinks
            .Where(row => row.ClientId == caller.Client && row.RemovedAt != null
                && database.People.Any(person => person.Id == row.PersonId && person.Account == account))
            .SingleOrDefaultAsync(cancellationToken);
        if (link is null)
        {
            return null;
        }

        link.RemovedAt = null;
        await database.SaveChangesAsync(cancellationToken);
        return await ScimUsers.Rows(database, caller).AnyAsync(row => row.Id == link.PersonId, cancellationToken) ? link.PersonId : null;
    }

    private async Task<Result<PersonId>> MakeAsync(AppDbContext database, ScimCaller caller, ScimUserDraft draft, CancellationToken cancellationToken)
    {
        var main = draft.Posts?.OrderByDescending(post => post.IsMain).FirstOrDefault();
        var unit = await UnitAsync(database, caller, draft, main, cancellationToken);
        var created = Person.Create(
            PersonId.New(), draft.UserName, draft.Name, PersonName.Of(CleanText.Line(draft.Name)).SortKey, draft.Mobile, clock.GetUtcNow());
        if ((unit.Refusal ?? created.Refusal) is { } refusal)
        {
            return refusal;
        }

        var person = created.Value;
        var title = draft.Title ?? (main?.Details.Title is { Length: > 0 } said ? said : ScimUserWriter.UsualTitle);
        var request = new AddPersonRequest(unit.Value, person.Name, person.Account, title) { Mobile = person.Mobile };
        var account = Accounts.Make(person.Id, person.Account, passwordHash: null);
        return await addPerson.WithinAsync(database, (person, account), request, caller.Maker, cancellationToken) is { } refused ? refused : person.Id;
    }

    private static async Task<Result<UnitId>> UnitAsync(
        AppDbContext database, ScimCaller caller, ScimUserDraft draft, ScimPostDraft? main, CancellationToken cancellationToken) =>
        main is not null ? await ScimPlaces.FindAsync(database, caller, main.Unit, "posts.unit", cancellationToken)
        : draft.Department is { } department ? await ScimPlaces.FindByNameAsync(database, caller, department, cancellationToken)
        : caller.Unit;
}
