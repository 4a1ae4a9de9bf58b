using System.Net;
using System.Text;
using HaiZhengTong.App.Features.Admin.Bulk.Exports;
using HaiZhengTong.App.Features.Admin.Bulk.Seen;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Tests.People.Visibility;
using HaiZhengTong.App.Tests.SignIn;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin.Bulk;

/// <summary>What everybody may take along of what he or she sees.</summary>
public sealed class SeenExportTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    // 4 provinces, each through the eyes of its 12 people, at 18 units: 864 tables on either database, half of them with what is below.
    [Theory]
    [EveryDatabase(51)]
    [EveryDatabase(61)]
    public async Task A_table_holds_the_posts_the_reader_sees_and_no_other(Database database, int seed)
    {
        await using var host = await TestHost.StartAsync(database);
        var hidden = 0;
        for (var more = 0; more < 2; more++)
        {
            var province = new RandomProvince(seed + more);
            await using (var empty = await host.OpenDatabaseAsync())
            {
                await province.KeepAsync(empty, Now);
            }

            foreach (var reader in province.People)
            {
                var plain = new PlainSight(province, reader.Id);
                var (units, posts) = (plain.Units(), plain.Posts());
                hidden += province.Posts.Count - posts.Count;
                foreach (var unit in province.Units)
                {
                    var made = await host.Get<ExportSeenUnit>().HandleAsync(new ExportSeenUnitRequest(unit.Id, WithBelow: true, SheetFormat.Csv), reader.Id, Now);
                    if (!units.Contains(unit.Id))
                    {
                        Assert.Equal("People.NoSuchUnit", made.Refusal?.TextKey);
                        continue;
                    }

                    var expected = province.Posts.Where(post => posts.Contains(post.Id) && IsBelow(province, post.UnitId, unit.Id))
                        .Select(post => (Person: province.People.Single(person => person.Id == post.PersonId), Unit: province.Units.Single(other => other.Id == post.UnitId)))
                        .Where(post => post.Person.Status == PersonStatus.Active)
                        .Select(post => $"{post.Person.Name} {post.Unit.Name}");
                    Assert.Equal(
                        expected.Order(StringComparer.Ordinal),
                        (await RowsAsync(made.Value)).Select(row => $"{row[0]} {row[1].Split('/')[^1]}").Order(StringComparer.Ordinal));
                }
            }
        }

        // Chance hid enough for the comparison to mean something.
        Assert.True(hidden > 20, $"{hidden} hidden");
    }

    [Theory, EveryDatabase]
    public async Task A_units_own_table_lists_its_departments_in_order_without_formulas_or_numbers_and_is_audited(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var given = scene.Host.Given;
        await given.UnitAsync("下属学校", scene.Bureau);
        await given.PersonAsync("=HYPERLINK(1)", scene.Bureau, "@局长", "13912345678");
        await given.PersonAsync("校长", await given.UnitAsync("第一小学", scene.Bureau), "校长");

        var made = await scene.Host.Get<ExportSeenUnit>().HandleAsync(new ExportSeenUnitRequest(scene.Bureau.Id, WithBelow: false, SheetFormat.Csv), scene.Clerk.Id, Now);
        var text = await TextAsync(made.Value);

        await using var kept = await scene.Host.OpenDatabaseAsync();
        var act = await kept.AuditEntries.SingleAsync(Now);
        Assert.Equal("姓名,单位,职务,职责,办公电话,房间", text.TrimStart('\uFEFF').Split("\r\n")[0]);
        Assert.Contains("'=HYPERLINK(1),", text, StringComparison.Ordinal);
        Assert.Contains(",'@局长,", text, StringComparison.Ordinal);
        Assert.Contains("林小雨,海南省/保亭县教育局/办公室,科员", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("HYPERLINK", StringComparison.Ordinal) < text.IndexOf("林小雨", StringComparison.Ordinal));
        Assert.DoesNotContain("校长", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1391234", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1380013", text, StringComparison.Ordinal);
        Assert.DoesNotContain("lin.xiaoyu", text, StringComparison.Ordinal);
        Assert.Equal(("directory.export", $"unit:{scene.Bureau.Id}", scene.Clerk.Id), (act.Action, act.Subject, act.ActorId!.Value));
    }

    [Theory, EveryDatabase]
    public async Task All_bureau_heads_of_a_business_in_every_county_go_into_one_table_with_that_post(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var province = await host.Given.UnitAsync("省应急管理厅");
        var reader = await host.Given.PersonAsync("符海宁", province);
        var hidden = await host.Given.UnitAsync("专案县", kind: UnitKind.Division, code: "469030");
        foreach (var division in new[] { await host.Given.UnitAsync("保亭县", kind: UnitKind.Division, code: "469029"), hidden })
        {
            var bureau = await host.Given.UnitAsync($"{division.Name}应急管理局", division, guidedBy: province);
            var head = await host.Given.PersonAsync($"{division.Name[0]}小雨", bureau, "党员");
            await host.Given.PostAsync(head, bureau, "局长", "leader");
            await host.Given.PersonAsync("王浩然", bureau);
        }

        await host.RuleAsync(VisibilityRuleKind.HideUnit, hidden, reader);
        AudienceRule[] rules =
        [
            new(AudienceTermKind.Subtree) { UnitId = province.Id, Line = Line.Business, Duty = "leader", Level = DivisionLevel.County },
            new(AudienceTermKind.Person) { PersonId = reader.Id },
        ];

        var rows = await RowsAsync((await host.Get<ExportAudience>().HandleAsync(new ExportAudienceRequest(rules, SheetFormat.Csv), reader.Id, Now)).Value);
        var unknown = await host.Get<ExportAudience>().HandleAsync(
            new ExportAudienceRequest([new(AudienceTermKind.Subtree) { UnitId = hidden.Id }], SheetFormat.Csv), reader.Id, Now);

        Assert.Equal(["保小雨 局长", "符海宁 " + rows.Single(row => row[0] == "符海宁")[2]], rows.Select(row => $"{row[0]} {row[2]}").Order(StringComparer.Ordinal));
        Assert.Equal("Audience.RuleUnknown", unknown.Refusal?.TextKey);
        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal("directory.export", (await kept.AuditEntries.SingleAsync(Now)).Action);
    }

    [Theory, EveryDatabase]
    public async Task More_rows_than_are_allowed_are_refused_in_words_and_nothing_is_written_down(Database database)
    {
        var options = new TestHostOptions { Settings = new Dictionary<string, string?> { ["DirectoryExport:MaxRows"] = "1" } };
        await using var scene = await ImportScene.StartAsync(database, options);
        await scene.Host.Given.PersonAsync("王浩", scene.Office);
        AudienceRule[] rules = [new(AudienceTermKind.Subtree) { UnitId = scene.Bureau.Id }];

        var unit = await scene.Host.Get<ExportSeenUnit>().HandleAsync(new ExportSeenUnitRequest(scene.Office.Id, WithBelow: true, SheetFormat.Xlsx), scene.Clerk.Id, Now);
        var audience = await scene.Host.Get<ExportAudience>().HandleAsync(new ExportAudienceRequest(rules, SheetFormat.Xlsx), scene.Clerk.Id, Now);

        await using var kept = await scene.Host.OpenDatabaseAsync();
        Assert.Equal(("Bulk.SeenTooMany", RefusalKind.Invalid), (unit.Refusal?.TextKey, unit.Refusal?.Kind));
        Assert.Equal("Bulk.SeenTooMany", audience.Refusal?.TextKey);
        Assert.Equal(0, await kept.AuditEntries.CountAsync(Now));
    }

    [Theory, EveryDatabase]
    public async Task The_doors_are_open_to_whoever_sees_the_unit(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var secret = await scene.Host.Given.UnitAsync("专案组");
        await scene.Host.RuleAsync(VisibilityRuleKind.HideUnit, secret, scene.Province);
        using var clerk = await Browser.SignedInAsync(scene.Host, scene.Clerk.Account);
        var rules = AudienceRuleText.Write([new AudienceRule(AudienceTermKind.Subtree) { UnitId = scene.Bureau.Id }]);

        var csv = await clerk.GetAsync($"/people/units/{scene.Bureau.Id}/export.csv?below=true");
        var workbook = await clerk.GetAsync($"/people/units/{scene.Bureau.Id}/export.xlsx");
        var hidden = await clerk.GetAsync($"/people/units/{secret.Id}/export.csv");
        var never = await clerk.GetAsync($"/people/units/{Guid.CreateVersion7()}/export.csv");
        var odd = await clerk.GetAsync($"/people/units/{scene.Bureau.Id}/export.exe");
        var found = await clerk.SendAsync("/people/audience", "/people/audience/export", new() { ["rules"] = rules, ["format"] = "csv" });
        var broken = await clerk.SendAsync("/people/audience", "/people/audience/export", new() { ["rules"] = "[{\"kind\":99},", ["format"] = "csv" });
        var forged = await clerk.PostAsync("/people/audience/export", new() { ["rules"] = rules, ["format"] = "csv" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (csv.StatusCode, workbook.StatusCode, found.StatusCode));
        Assert.Contains("林小雨", await csv.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        Assert.Contains("林小雨", await found.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, never.StatusCode, odd.StatusCode));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (broken.StatusCode, forged.StatusCode));
    }

    [Fact]
    public void Rules_survive_the_form()
    {
        AudienceRule[] rules =
        [
            new(AudienceTermKind.Everyone),
            new(AudienceTermKind.Subtree) { UnitId = UnitId.New(), Line = Line.Business, Duty = "leader", Level = DivisionLevel.County },
            new(AudienceTermKind.Subtree) { UnitId = UnitId.New(), IsUnitOnly = true, IsExcluding = true },
            new(AudienceTermKind.Person) { PersonId = PersonId.New() },
            new(AudienceTermKind.Tag) { TagId = PersonTagId.New() },
        ];

        Assert.Equal(rules, AudienceRuleText.Read(AudienceRuleText.Write(rules)));
        Assert.All(["", "{}", "[null]", "[{\"kind\":99}]", "[{\"unit\":\"x\"}]", null], text => Assert.Null(AudienceRuleText.Read(text)));
    }

    private static bool IsBelow(RandomProvince province, UnitId unit, UnitId above)
    {
        for (UnitId? at = unit; at is { } id; at = province.Units.Single(one => one.Id == id).ParentId)
        {
            if (id == above)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<string> TextAsync(SheetFile file)
    {
        using var reader = new StreamReader(file.Content, Encoding.UTF8);
        return await reader.ReadToEndAsync(Now);
    }

    private static async Task<List<IReadOnlyList<string>>> RowsAsync(SheetFile file)
    {
        using var text = new StringReader(await TextAsync(file));
        return [.. new CsvReader(text, ',').Read().Skip(1).Select(row => row.Cells)];
    }
}
