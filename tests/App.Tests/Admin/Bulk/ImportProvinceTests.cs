using System.Globalization;
using System.Text;
using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.App.Features.Admin.Bulk.Writing;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin.Bulk;

/// <summary>So many people at once that indexes and keys are out of the way for the while.</summary>
public sealed class ImportProvinceTests
{
    private const int Many = 20_000;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Very_many_people_come_in_whole_and_every_index_and_key_is_there_again(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var before = await ShapeAsync(scene, database);

        var report = await scene.ImportAsync(ImportKind.People, File());

        Assert.Equal(Many, report[ImportFate.Added]);
        Assert.Equal(before, await ShapeAsync(scene, database));
        await using var kept = await scene.Host.OpenDatabaseAsync();
        var person = await kept.People.SingleAsync(row => row.Account == "u000007", Now);
        var words = await kept.PersonTokens.Where(row => row.PersonId == person.Id).Select(row => new WeighedToken(row.Token, row.Weight)).ToListAsync(Now);
        Assert.Equal(PersonTokens.Of(person.Name, person.Mobile, person.Account).ToHashSet(), words.ToHashSet());
    }

    [Theory, EveryDatabase]
    public async Task Afterwards_no_post_may_point_to_a_unit_that_is_not_there(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        await scene.ImportAsync(ImportKind.People, File());

        await using var kept = await scene.Host.OpenDatabaseAsync();
        kept.Posts.Add(Post.Create(new NewPost(PostId.New(), scene.Clerk.Id, UnitId.New(), "科员", null, 1, IsMain: false, null, null)).Value);

        await Assert.ThrowsAsync<DbUpdateException>(() => kept.SaveChangesAsync(Now));
    }

    [Theory, EveryDatabase]
    public async Task Cancelled_in_the_middle_very_many_people_leave_nothing(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var request = await scene.FileAsync(ImportKind.People, File());
        var before = (await scene.StateAsync(), await ShapeAsync(scene, database));
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.ImportAsync(request, progress: new Half(cancel.Cancel), cancel: cancel.Token));

        Assert.Equal(before, (await scene.StateAsync(), await ShapeAsync(scene, database)));
    }

    [Fact]
    public void Words_are_sorted_as_the_table_keeps_them_and_none_is_lost()
    {
        PlannedPerson[] people =
        [
            Planned("王浩", "13900001234"), Planned("欧阳乐乐", null), Planned("阿依古丽·买买提", "13800132077"), Planned("𠮷野", "13900001234"), Planned("王浩", null),
        ];

        var rows = SortedTokens.Of(people, Now).Rows().ToList();

        var expected = people.SelectMany((person, place) => PersonTokens.Of(person.Name, person.Mobile, person.Account, person.Reading)
            .Select(token => (token.Weight, token.Token, place)));
        Assert.Equal(
            expected.OrderBy(word => word.Weight).ThenBy(word => Convert.ToHexString(Encoding.UTF8.GetBytes(word.Token)), StringComparer.Ordinal).ThenBy(word => word.place),
            rows.Select(row => (row.Weight, row.Token, Array.FindIndex(people, person => person.Id == row.PersonId))));
    }

    private static PlannedPerson Planned(string name, string? mobile)
    {
        var id = PersonId.New();
        return new PlannedPerson(id, $"u{id.Value:N}"[..20], name, null, mobile, null);
    }

    private static string File()
    {
        var text = new StringBuilder("账号,姓名,手机,单位,职务,主职\n");
        foreach (var number in Enumerable.Range(0, Many))
        {
            text.Append(CultureInfo.InvariantCulture, $"u{number:D6},王{"海宁浩然雅琪志强"[number % 8]},139{number:D8},海南省/保亭县教育局/办公室,科员,是\n");
        }

        return text.ToString();
    }

    // Every index and key of the tables that are filled, as the database's own catalogue tells of them.
    private static async Task<string> ShapeAsync(ImportScene scene, Database database)
    {
        await using var kept = await scene.Host.OpenDatabaseAsync();
        var shape = database switch
        {
            Database.Sqlite => kept.Database.SqlQueryRaw<string>("select name || coalesce(sql, '') as \"Value\" from sqlite_master where name not like 'sqlite_stat%' order by 1"),
            Database.Postgres => kept.Database.SqlQueryRaw<string>(
                """
                select indexdef as "Value" from pg_indexes where schemaname = current_schema()
                union all select conrelid::regclass::text || pg_get_constraintdef(oid) from pg_constraint where connamespace = current_schema()::regnamespace
                order by 1
                """),
        };
        return string.Join('\n', await shape.ToListAsync(Now));
    }

    private sealed class Half(Action act) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value is { Stage: "write", Share: > 0.4 })
            {
                act();
            }
        }
    }
}
