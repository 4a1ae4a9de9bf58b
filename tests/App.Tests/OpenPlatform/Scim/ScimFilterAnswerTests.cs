using System.Globalization;
using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.OpenPlatform.Scim;

public sealed class ScimFilterAnswerTests
{
    private static readonly string[] _names = ["王浩然", "Wang Lei", "wang", "林小雨", "区𬭊", "A_b", "100%", "Örjan"];
    private static readonly string[] _titles = ["局长", "科员", "Work", "a"];

    [Theory, EveryDatabase]
    public async Task The_database_answers_like_a_look_at_each_resource(Database database)
    {
        await using var stage = await ScimStage.StartAsync(database);
        var random = new Random(7);
        for (var number = 0; number < 24; number++)
        {
            var phones = (random.Next(3), number % 3) switch
            {
                (0, _) => ",\"phoneNumbers\":[{\"type\":\"mobile\",\"value\":\"13800" + number.ToString("000000", CultureInfo.InvariantCulture) + "\"}]",
                (1, 0) => ",\"phoneNumbers\":[{\"type\":\"work\",\"value\":\"0898-a\"}]",
                _ => "",
            };
            var external = number % 4 == 0 ? "" : $",\"externalId\":\"{(number % 2 == 0 ? "W" : "a")}{number}\"";
            var added = await stage.AddUserAsync(
                $"a{number}.wang", _names[random.Next(_names.Length)],
                $",\"title\":\"{_titles[random.Next(_titles.Length)]}\",\"active\":{(number % 5 != 0 ? "true" : "false")}{phones}{external}");
            Assert.Equal(201, added.Status);
        }

        var everybody = (await stage.GetAsync("/Users")).Json!["Resources"]!.AsArray().Select(user => user!.AsObject()).ToList();
        var order = (await stage.GetAsync("/Users?sortBy=userName")).UserNames;
        Assert.Equal(24, everybody.Count);
        Assert.Equal(order.Order(StringComparer.Ordinal), order);
        for (var round = 0; round < 150; round++)
        {
            var filter = ScimFilterMaker.Any(random, depth: 3, isInside: false).ToString();

            var answered = await stage.FindAsync(filter);

            Assert.True(answered.Status == 200, $"{filter}: {answered.Json}");
            Assert.True(Naive(filter, everybody).SequenceEqual(answered.UserNames.Order(StringComparer.Ordinal)), filter);
        }
    }

    private static IEnumerable<string> Naive(string filter, List<JsonObject> everybody)
    {
        var read = ScimFilterParser.Read(filter).Value;
        return everybody.Where(user => ScimMatch.Holds(ScimTypes.User, read, user)).Select(user => (string)user["userName"]!).Order(StringComparer.Ordinal);
    }
}
