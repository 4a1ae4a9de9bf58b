using HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;

namespace HaiZhengTong.App.Tests.OpenPlatform.Scim;

/// <summary>Filters out of a hat.</summary>
internal static class ScimFilterMaker
{
    private static readonly string[] _words = ["a", "王", "W", "wang", "13800", "", "浩", "x\"y\\", "局", "mobile", "work", "区𬭊", "%", "_"];

    private static readonly string[] _texts =
        ["userName", "displayName", "name.formatted", "externalId", "title", "phoneNumbers.value", "phoneNumbers.type", "phoneNumbers",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department"];

    /// <summary>A tree of any shape; for people, and valid for them.</summary>
    public static ScimFilter Any(Random random, int depth, bool isInside) => random.Next(depth > 0 ? 8 : 4) switch
    {
        0 => new ScimFilter.Present(Path(random, isInside)),
        1 or 2 => new ScimFilter.Compare(Path(random, isInside), (ScimOperator)random.Next(9), _words[random.Next(_words.Length)]),
        3 => Flag(random, isInside),
        4 => new ScimFilter.And(Any(random, depth - 1, isInside), Any(random, depth - 1, isInside)),
        5 => new ScimFilter.Or(Any(random, depth - 1, isInside), Any(random, depth - 1, isInside)),
        6 => new ScimFilter.Not(Any(random, depth - 1, isInside)),
        _ => isInside
            ? new ScimFilter.Present(new ScimPath(null, "type"))
            : new ScimFilter.Element(new ScimPath(null, "phoneNumbers"), Any(random, depth - 1, isInside: true)),
    };

    private static ScimFilter.Compare Flag(Random random, bool isInside)
    {
        var how = random.Next(2) == 0 ? ScimOperator.Eq : ScimOperator.Ne;
        return random.Next(2) == 0
            ? new ScimFilter.Compare(new ScimPath(null, isInside ? "primary" : "active"), how, random.Next(2) == 0)
            : new ScimFilter.Compare(Path(random, isInside), how, null);
    }

    private static ScimPath Path(Random random, bool isInside) =>
        ScimPath.Read(isInside ? random.Next(2) == 0 ? "value" : "type" : _texts[random.Next(_texts.Length)])!;
}
