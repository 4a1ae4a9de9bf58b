using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>Who shall be the first administrator, with the code from the console.</summary>
internal sealed record FirstAdministrator(string Code, string Account, string Name, string Password);

/// <summary>Makes the first province administrator, once: with the code, and only while there is none.</summary>
internal sealed class MakeFirstAdministrator(
    IDbContextFactory<AppDbContext> databases, Accounts accounts, AuditLog audit, SetupCode code, TimeProvider clock)
{
    private const string RootName = "海南省";
    private const string RootCode = "460000";
    private const string Title = "系统管理员";

    public async Task<bool> IsNeededAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return !await HasAdministratorAsync(database, cancellationToken);
    }

    public async Task<Result<Done>> HandleAsync(FirstAdministrator request, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await HasAdministratorAsync(database, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "SignIn.SetupDone");
        }

        if (!code.Matches(request.Code))
        {
            return new Refusal(RefusalKind.Forbidden, "SignIn.SetupCodeWrong");
        }

        var made = Person.Create(
            PersonId.New(), request.Account, request.Name, PersonName.Of(CleanText.Line(request.Name)).SortKey, mobile: null, clock.GetUtcNow());
        if (made.Refusal is { } bad)
        {
            return bad;
        }

        return Accounts.Check(request.Password, made.Value.Account) is { } weak
            ? weak
            : await WriteAsync(database, made.Value, accounts.Hash(request.Password), cancellationToken);
    }

    private static Task<bool> HasAdministratorAsync(AppDbContext database, CancellationToken cancellationToken) =>
        database.AdminGrants.AnyAsync(grant => grant.Role == AdminRole.Province, cancellationToken);

    private static async Task<UnitId> RootAsync(AppDbContext database, CancellationToken cancellationToken)
    {
        var root = await database.Units.Where(unit => unit.ParentId == null).Select(unit => (UnitId?)unit.Id).FirstOrDefaultAsync(cancellationToken);
        if (root is { } found)
        {
            return found;
        }

        var plan = new NewUnit(UnitId.New(), null, null, UnitKind.Division, RootName, null, PlainPinyin.Full(RootName), RootCode, 0);
        database.Units.Add(Unit.Create(plan).Value);
        database.UnitClosures.AddRange(Enum.GetValues<Line>().Select(line =>
            new UnitClosure { Line = line, AncestorId = plan.Id, DescendantId = plan.Id, Depth = 0 }));
        return plan.Id;
    }

    private async Task<Result<Done>> WriteAsync(AppDbContext database, Person person, string hash, CancellationToken cancellationToken)
    {
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await database.LockAsync(WriteLock.SetUp, cancellationToken);
        if (await HasAdministratorAsync(database, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "SignIn.SetupDone");
        }

        if (await database.People.AnyAsync(one => one.Account == person.Account, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "SignIn.AccountTaken");
        }

        var root = await RootAsync(database, cancellationToken);
        database.People.Add(person);
        database.Posts.Add(Post.Create(new NewPost(PostId.New(), person.Id, root, Title, null, 0, IsMain: true, null, null)).Value);
        database.PersonTokens.AddRange(PersonTokens.Of(person.Name, person.Mobile, person.Account).Select(token =>
            new PersonToken { Token = token.Token, PersonId = person.Id, Weight = token.Weight }));
        database.Users.Add(Accounts.Make(person.Id, person.Account, hash));
        database.AdminGrants.Add(new AdminGrant { PersonId = person.Id, UnitId = root, Role = AdminRole.Province, GrantedAt = clock.GetUtcNow() });
        await audit.WriteAsync(database, actor: null, "account.setup", $"person:{person.Id}", new { account = person.Account }, cancellationToken);

        await write.CommitAsync(cancellationToken);

        code.Close();
        return new Done();
    }
}
