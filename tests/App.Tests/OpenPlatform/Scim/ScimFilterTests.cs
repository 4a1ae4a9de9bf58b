using HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;
using HaiZhengTong.Domain.Kernel;
using Xunit;

namespace HaiZhengTong.App.Tests.OpenPlatform.Scim;

public sealed class ScimFilterTests
{
    [Theory]
    [InlineData("userName eq \"bjensen\"")]
    [InlineData("name.familyName co \"O'Malley\"")]
    [InlineData("userName sw \"J\"")]
    [InlineData("urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"J\"")]
    [InlineData("title pr")]
    [InlineData("meta.lastModified gt \"2011-05-13T04:42:34Z\"")]
    [InlineData("title pr and userType eq \"Employee\"")]
    [InlineData("title pr or userType eq \"Intern\"")]
    [InlineData("schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"")]
    [InlineData("userType eq \"Employee\" and (emails co \"example.com\" or emails.value co \"example.org\")")]
    [InlineData("userType ne \"Employee\" and not (emails co \"example.com\" or emails.value co \"example.org\")")]
    [InlineData("userType eq \"Employee\" and emails[type eq \"work\" and value co \"@example.com\"]")]
    [InlineData("emails[type eq \"work\" and value co \"@example.com\"] or ims[type eq \"xmpp\" and value co \"@foo.com\"]")]
    [InlineData("active eq true")]
    [InlineData("displayName eq null")]
    [InlineData("age ge 12.5")]
    public void The_examples_of_the_standard_read_and_print_the_same(string text) => Assert.Equal(text, ScimFilterParser.Read(text).Value.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("userName")]
    [InlineData("userName eq")]
    [InlineData("userName eq bjensen")]
    [InlineData("userName eq \"open")]
    [InlineData("userName is \"x\"")]
    [InlineData("userName eq \"x\" and")]
    [InlineData("(userName eq \"x\"")]
    [InlineData("userName eq \"x\")")]
    [InlineData("not userName eq \"x\"")]
    [InlineData("emails[type eq \"work\"")]
    [InlineData("emails[type[value pr]]")]
    [InlineData("a.b.c eq \"x\"")]
    [InlineData("http:userName pr")]
    [InlineData("userName eq \"\\ud800\"")]
    [InlineData("1 eq 1")]
    public void What_does_not_parse_is_refused(string text) =>
        Assert.Equal("OpenPlatform.ScimFilter", ScimFilterParser.Read(text).Refusal?.TextKey);

    [Fact]
    public void Endless_nesting_is_refused()
    {
        var deep = new string('(', 5000) + "title pr" + new string(')', 2990);
        var many = string.Join(" and ", Enumerable.Repeat("title pr", 500));

        Assert.Equal(RefusalKind.Invalid, ScimFilterParser.Read(deep).Refusal?.Kind);
        Assert.Equal(RefusalKind.Invalid, ScimFilterParser.Read(many).Refusal?.Kind);
    }

    [Fact]
    public void Words_have_no_case() =>
        Assert.Equal("userName eq \"x\" and not (active eq true) or title pr", ScimFilterParser.Read("userName EQ \"x\" AND NOT(active Eq True)  OR title PR").Value.ToString());

    [Fact]
    public void What_is_printed_reads_back_as_the_same_tree()
    {
        var random = new Random(20260302);
        for (var round = 0; round < 3000; round++)
        {
            var filter = ScimFilterMaker.Any(random, depth: 4, isInside: false);

            var read = ScimFilterParser.Read(filter.ToString());

            Assert.True(read.Refusal is null, filter.ToString());
            Assert.Equal(filter, read.Value);
        }
    }

    [Theory]
    [InlineData("members")]
    [InlineData("name.familyName")]
    [InlineData("addresses[type eq \"work\"]")]
    [InlineData("members[value eq \"2819c223-7f76-453a-919d-413861904646\"]")]
    [InlineData("phoneNumbers[type eq \"work\"].value")]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department")]
    public void The_paths_of_a_patch_are_read(string text) => Assert.Null(ScimFilterParser.ReadPath(text).Refusal);

    [Theory]
    [InlineData("")]
    [InlineData("members[")]
    [InlineData("members[]")]
    [InlineData("phoneNumbers[type eq \"work\"].value.more")]
    [InlineData("phoneNumbers[type eq \"work\"]value")]
    [InlineData("a b")]
    public void A_path_that_is_none_is_refused(string text) => Assert.Equal("OpenPlatform.ScimPath", ScimFilterParser.ReadPath(text).Refusal?.TextKey);
}
