using System.Globalization;
using System.Text.RegularExpressions;

namespace HaiZhengTong.Components.Tests.Ui;

/// <summary>The colours of tokens.css as the browser would see them, one set for each theme.</summary>
internal sealed partial class Tokens
{
    private readonly Dictionary<string, string> _values;

    private Tokens(Dictionary<string, string> values) => _values = values;

    public IEnumerable<string> Names => _values.Keys;

    public string this[string name] => _values[name];

    public static Tokens Light() => new(Block(":root {"));

    public static Tokens Dark() => With(Block("\n[data-theme=\"dark\"] {"));

    public static Tokens SystemDark() => With(Block("  [data-theme=\"system\"] {"));

    /// <summary>The contrast of WCAG 2.1 between two tokens.</summary>
    public double Contrast(string text, string ground)
    {
        var (lighter, darker) = (Luminance(_values[text]), Luminance(_values[ground]));
        return (Math.Max(lighter, darker) + 0.05) / (Math.Min(lighter, darker) + 0.05);
    }

    private static Tokens With(Dictionary<string, string> over)
    {
        var all = Block(":root {");
        foreach (var (name, value) in over)
        {
            all[name] = value;
        }

        return new Tokens(all);
    }

    private static double Luminance(string colour)
    {
        var hex = colour.TrimStart('#');
        hex = hex.Length == 3 ? string.Concat(hex.Select(digit => $"{digit}{digit}")) : hex;
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    private static Dictionary<string, string> Block(string head)
    {
        var css = File.ReadAllText(Path.Combine(Root(), "wwwroot-assets", "css", "tokens.css"));
        var start = css.IndexOf(head, StringComparison.Ordinal);
        var body = css[start..css.IndexOf('}', start)];
        return Colour().Matches(body).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HaiZhengTong.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository was not found above the tests.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("--([a-z0-9-]+):\\s*(#[0-9a-f]{3,6})\\s*;")]
    private static partial Regex Colour();
}
