using System.Globalization;
using HaiZhengTong.App.Features.People;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.People;

public sealed class DirectoryNewsTests
{
    [Fact]
    public void Many_changes_at_once_are_told_together_and_a_closed_page_hears_nothing()
    {
        var clock = new FakeTimeProvider();
        var pulse = new DirectoryPulse();
        using var news = new DirectoryNews(pulse, clock);
        var (open, closed) = (0, 0);
        using var page = news.Listen(() => Task.FromResult(open++));
        var other = news.Listen(() => Task.FromResult(closed++));
        pulse.Beat();
        pulse.Beat();
        other.Dispose();
        var before = open;

        clock.Advance(TimeSpan.FromSeconds(2));
        pulse.Beat();
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((0, 2, 0), (before, open, closed));
    }

    [Fact]
    public void Each_page_reads_in_its_own_language_whoever_made_the_change()
    {
        var clock = new FakeTimeProvider();
        var pulse = new DirectoryPulse();
        using var news = new DirectoryNews(pulse, clock);
        var heard = new List<string>();
        foreach (var language in new[] { "zh-CN", "en-US" })
        {
            CultureInfo.CurrentUICulture = new CultureInfo(language);
            news.Listen(() =>
            {
                heard.Add(CultureInfo.CurrentUICulture.Name);
                return Task.CompletedTask;
            });
        }

        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        pulse.Beat();
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(["zh-CN", "en-US"], heard);
        Assert.Equal(CultureInfo.InvariantCulture, CultureInfo.CurrentUICulture);
    }
}
