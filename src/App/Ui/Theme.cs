using MudBlazor;

namespace HaiZhengTong.App.Ui;

/// <summary>MudBlazor in the product's clothes: the same values as wwwroot-assets/css/tokens.css, which a test compares.</summary>
internal static class Theme
{
    public static readonly MudTheme Mud = new()
    {
        PaletteLight = Fill(new PaletteLight(), new Tones(
            Accent: "#0b66b8", OnAccent: "#ffffff", Bg: "#f2f4f7", Surface: "#ffffff", Surface2: "#f8f9fb",
            Text: "#1b2129", Text2: "#4b5665", Text3: "#5f6a78", Line: "#e2e6ec", LineStrong: "#8792a0", Hover: "#eef1f5",
            Danger: "#c8281e", OnDanger: "#ffffff", Ok: "#0f7a52", Warn: "#a15c00")),
        PaletteDark = Fill(new PaletteDark(), new Tones(
            Accent: "#5aa9ec", OnAccent: "#08131d", Bg: "#121519", Surface: "#1a1e24", Surface2: "#20252c",
            Text: "#e7eaee", Text2: "#b4bcc7", Text3: "#9fa9b5", Line: "#2b313a", LineStrong: "#68727f", Hover: "#252b33",
            Danger: "#ff8178", OnDanger: "#2a0906", Ok: "#55c795", Warn: "#f0b357")),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "var(--r-m)" },
        Typography = Type(),
    };

    private static TPalette Fill<TPalette>(TPalette palette, Tones tones)
        where TPalette : Palette
    {
        palette.Primary = palette.Info = palette.AppbarBackground = tones.Accent;
        palette.PrimaryContrastText = palette.InfoContrastText = palette.AppbarText = tones.OnAccent;
        palette.Secondary = palette.Tertiary = palette.Dark = tones.Text2;
        palette.SecondaryContrastText = palette.TertiaryContrastText = palette.DarkContrastText = tones.Surface;
        palette.Error = tones.Danger;
        palette.ErrorContrastText = tones.OnDanger;
        palette.Success = tones.Ok;
        palette.Warning = tones.Warn;
        palette.SuccessContrastText = palette.WarningContrastText = tones.Surface;
        palette.Background = tones.Bg;
        palette.BackgroundGray = tones.Surface2;
        palette.Surface = palette.DrawerBackground = tones.Surface;
        palette.TextPrimary = palette.DrawerText = tones.Text;
        palette.TextSecondary = palette.ActionDefault = palette.DrawerIcon = tones.Text2;
        palette.TextDisabled = palette.ActionDisabled = tones.Text3;
        palette.ActionDisabledBackground = palette.LinesDefault = palette.TableLines = palette.Divider = palette.DividerLight = tones.Line;
        palette.Skeleton = tones.Line;
        palette.LinesInputs = tones.LineStrong;
        palette.TableHover = palette.TableStriped = tones.Hover;
        return palette;
    }

    private static Typography Type()
    {
        string[] font = ["var(--font)"];
        return new Typography
        {
            Default = new DefaultTypography { FontFamily = font, FontSize = "inherit", LineHeight = "1.57", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = font, FontSize = "inherit", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = font, FontSize = "inherit", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = font, FontSize = "inherit", FontWeight = "600", TextTransform = "none", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = font, FontSize = "16px", FontWeight = "600", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = font, FontSize = "inherit", LetterSpacing = "normal" },
            Subtitle2 = new Subtitle2Typography { FontFamily = font, FontSize = "inherit", FontWeight = "600", LetterSpacing = "normal" },
        };
    }

    private sealed record Tones(
        string Accent, string OnAccent, string Bg, string Surface, string Surface2, string Text, string Text2, string Text3,
        string Line, string LineStrong, string Hover, string Danger, string OnDanger, string Ok, string Warn);
}
