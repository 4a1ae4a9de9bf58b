using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.TestKit;

/// <summary>What a test starts from, put straight into the database.</summary>
public sealed class Given(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    /// <summary>The password every person is given.</summary>
    public const string Password = "Hai-Zheng-2026!";

    private static readonly Lazy<string> _passwordHash = new(() => new PasswordHasher<object>().HashPassword(new object(), Password));
    private int _count;
    private UnitId? _root;

    /// <summary>The root of the organisation, made when first asked for.</summary>
    public async Task<UnitId> RootAsync() => _root ??= (await AddUnitAsync("海南省", null, null, UnitKind.Division)).Id;

    /// <summary>A unit under another one, or under the root; with its closure in both lines.</summary>
    public async Task<Unit> UnitAsync(string name, Unit? under = null, Unit? guidedBy = null, UnitKind kind = UnitKind.Office, string? code = null) =>
        await AddUnitAsync(name, under?.Id ?? await RootAsync(), guidedBy?.Id, kind, code);

    /// <summary>A person with one post, an account (password <see cref="Password"/>) and the words the person is found by.</summary>
    public async Task<Person> PersonAsync(string name, Unit unit, string title = "科员", string? mobile = null, string? account = null)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var number = Interlocked.Increment(ref _count);
        var person = Person.Create(
            PersonId.New(), account ?? string.Create(CultureInfo.InvariantCulture, $"u{number}"), name, PersonName.Of(name).SortKey, mobile, clock.GetUtcNow()).Value;
        var post = Post.Create(new NewPost(PostId.New(), person.Id, unit.Id, title, null, number, IsMain: true, null, null)).Value;

        await using var database = await databases.CreateDbContextAsync();
        database.Add(person);
        database.Add(post);
        database.Add(AccountOf(person));
        database.AddRange(PersonTokens.Of(person.Name, person.Mobile, person.Account).Select(token =>
            new PersonToken { Token = token.Token, PersonId = person.Id, Weight = token.Weight }));
        await database.SaveChangesAsync();
        return person;
    }

    /// <summary>A further post of a person.</summary>
    public async Task<Post> PostAsync(Person person, Unit unit, string title, string? duty = null, bool isMain = false)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(unit);
        var post = Post.Create(new NewPost(PostId.New(), person.Id, unit.Id, title, duty, Interlocked.Increment(ref _count), isMain, null, null)).Value;

        await using var database = await databases.CreateDbContextAsync();
        database.Add(post);
        await database.SaveChangesAsync();
        return post;
    }

    public async Task<Person> ProvinceAdministratorAsync(string name = "符海宁")
    {
        var office = await UnitAsync("省政府办公厅");
        var person = await PersonAsync(name, office, "管理员");
        await GrantAsync(person, await RootAsync(), AdminRole.Province);
        return person;
    }

    public async Task<Person> UnitAdministratorAsync(Unit unit, string name = "吴清源")
    {
        ArgumentNullException.ThrowIfNull(unit);
        var person = await PersonAsync(name, unit, "管理员");
        await GrantAsync(person, unit.Id, AdminRole.Unit);
        return person;
    }

    /// <summary>A work group; the first person owns it.</summary>
    public async Task<Conversation> GroupAsync(string title, params Person[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var group = new Conversation
        {
            Id = ConversationId.New(),
            Kind = ConversationKind.Group,
            Title = title,
            FounderId = members[0].Id,
            CreatedAt = clock.GetUtcNow(),
        };

        await using var database = await databases.CreateDbContextAsync();
        database.Add(group);
        database.Add(new ConversationHead { ConversationId = group.Id, LastMessageAt = group.CreatedAt });
        database.AddRange(members.Select((person, place) => new Member
        {
            ConversationId = group.Id,
            PersonId = person.Id,
            Role = place == 0 ? MemberRole.Owner : MemberRole.Member,
        }));
        await database.SaveChangesAsync();
        return group;
    }

    /// <summary>A bearer token of the person, good for a day.</summary>
    public async Task<string> ApiTokenAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var token = $"hzt_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";
        await using var database = await databases.CreateDbContextAsync();
        database.Add(new ApiToken
        {
            Id = ApiTokenId.New(),
            PersonId = person.Id,
            Name = "test",
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))),
            CreatedAt = clock.GetUtcNow(),
            ExpiresAt = clock.GetUtcNow().AddDays(1),
        });
        await database.SaveChangesAsync();
        return token;
    }

    private static AppUser AccountOf(Person person) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = person.Id,
        UserName = person.Account,
        NormalizedUserName = person.Account.ToUpperInvariant(),
        PasswordHash = _passwordHash.Value,
        SecurityStamp = Guid.CreateVersion7().ToString("N"),
        LockoutEnabled = true,
    };

    private async Task<Unit> AddUnitAsync(string name, UnitId? parent, UnitId? superior, UnitKind kind, string? code = null)
    {
        var sort = Interlocked.Increment(ref _count);
        var unit = Unit.Create(new NewUnit(UnitId.New(), parent, superior, kind, name, null, PlainPinyin.Full(name), code, sort)).Value;

        await using var database = await databases.CreateDbContextAsync();
        database.Add(unit);
        database.AddRange(await ClosureAsync(database, Line.Administrative, unit.Id, parent));
        database.AddRange(await ClosureAsync(database, Line.Business, unit.Id, unit.Above(Line.Business)));
        await database.SaveChangesAsync();
        return unit;
    }

    private static async Task<List<UnitClosure>> ClosureAsync(AppDbContext database, Line line, UnitId unit, UnitId? above)
    {
        var ancestors = above is null ? [] : await database.UnitClosures.AsNoTracking()
            .Where(row => row.Line == line && row.DescendantId == above)
            .ToListAsync();
        return
        [
            new UnitClosure { Line = line, AncestorId = unit, DescendantId = unit, Depth = 0 },
            .. ancestors.Select(row => new UnitClosure { Line = line, AncestorId = row.AncestorId, DescendantId = unit, Depth = row.Depth + 1 }),
        ];
    }

    /// <summary>A role of a person; those of the whole province stand on the root.</summary>
    public async Task RoleAsync(Person person, AdminRole role, Unit? unit = null, Line line = Line.Administrative)
    {
        ArgumentNullException.ThrowIfNull(person);
        await GrantAsync(person, unit?.Id ?? await RootAsync(), role, line);
    }

    private async Task GrantAsync(Person person, UnitId unit, AdminRole role, Line line = Line.Administrative)
    {
        await using var database = await databases.CreateDbContextAsync();
        database.Add(new AdminGrant { PersonId = person.Id, UnitId = unit, Role = role, Line = line, GrantedAt = clock.GetUtcNow() });
        await database.SaveChangesAsync();
    }
}
