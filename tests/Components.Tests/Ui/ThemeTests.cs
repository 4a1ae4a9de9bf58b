using HaiZhengTong.App.Ui;
using MudBlazor;
using MudBlazor.Utilities;
using Xunit;

namespace HaiZhengTong.Components.Tests.Ui;

public sealed class ThemeTests
{
    private static readonly string[] _texts = ["text", "text-2", "text-3", "accent"];
    private static readonly string[] _shapes = ["line-strong", "ok", "busy", "away", "text-3"];
    private static readonly string[] _grounds = ["bg", "surface", "surface-2", "rail", "hover", "selected", "bubble", "bubble-own"];

    public static TheoryData<string> Themes => ["light", "dark", "system"];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Small_text_reads_on_every_ground(string theme)
    {
        var tokens = Of(theme);

        var weak = from text in _texts
                   from ground in _grounds
                   where tokens.Contrast(text, ground) < 4.5
                   select $"{text} on {ground}: {tokens.Contrast(text, ground):0.00}";

        Assert.Empty(weak);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Words_in_colour_read_on_their_own_ground(string theme)
    {
        var tokens = Of(theme);
        (string Text, string Ground)[] pairs =
        [
            ("accent", "accent-soft"), ("danger", "danger-soft"), ("ok", "ok-soft"), ("warn", "warn-soft"),
            ("danger", "surface"), ("danger", "hover"), ("ok", "surface"), ("warn", "surface"), ("text", "warn-soft"), ("text", "danger-soft"),
            ("on-accent", "accent"), ("on-accent", "accent-hover"), ("on-danger", "danger"), ("on-danger", "danger-hover"), ("text-2", "line"),
            ("stage-text", "stage"), ("stage-text-2", "stage-3"), ("stage-danger", "stage-3"), ("stage-accent", "stage"), ("surface", "text"),
        ];

        Assert.DoesNotContain(pairs, pair => tokens.Contrast(pair.Text, pair.Ground) < 4.5);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_avatar_colour_carries_its_letters(string theme)
    {
        var tokens = Of(theme);

        Assert.All(Enumerable.Range(0, AvatarText.Colours), colour => Assert.True(tokens.Contrast("on-av", $"av-{colour}") >= 4.5));
        Assert.DoesNotContain($"av-{AvatarText.Colours}", tokens.Names);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Borders_of_fields_and_presence_dots_can_be_seen(string theme)
    {
        var tokens = Of(theme);

        Assert.DoesNotContain(_shapes, colour => tokens.Contrast(colour, "surface") < 3);
    }

    [Fact]
    public void Following_the_system_gives_the_same_dark_as_choosing_it()
    {
        var (chosen, followed) = (Tokens.Dark(), Tokens.SystemDark());

        Assert.Equal(chosen.Names.Select(name => (name, chosen[name])), followed.Names.Select(name => (name, followed[name])));
    }

    [Fact]
    public void A_weak_colour_would_be_caught() => Assert.True(Tokens.Light().Contrast("line", "surface") < 3);

    [Fact]
    public void MudBlazor_wears_the_colours_of_the_tokens()
    {
        AssertAlike(Tokens.Light(), Theme.Mud.PaletteLight);
        AssertAlike(Tokens.Dark(), Theme.Mud.PaletteDark);
    }

    private static Tokens Of(string theme) => theme switch
    {
        "dark" => Tokens.Dark(),
        "system" => Tokens.SystemDark(),
        _ => Tokens.Light(),
    };

    private static void AssertAlike(Tokens tokens, Palette palette)
    {
        (string Token, MudColor Colour)[] pairs =
        [
            ("accent", palette.Primary), ("on-accent", palette.PrimaryContrastText), ("bg", palette.Background), ("surface", palette.Surface),
            ("surface-2", palette.BackgroundGray), ("text", palette.TextPrimary), ("text-2", palette.TextSecondary), ("text-3", palette.TextDisabled),
            ("line", palette.LinesDefault), ("line-strong", palette.LinesInputs), ("hover", palette.TableHover), ("danger", palette.Error),
            ("on-danger", palette.ErrorContrastText), ("ok", palette.Success), ("warn", palette.Warning),
        ];

        Assert.DoesNotContain(pairs, pair => pair.Colour != new MudColor(tokens[pair.Token]));
    }
}
