using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>
/// A message's text as markup: addresses become links, @ names are marked, everything else is escaped. Nothing of the
/// text reaches the page by another way than the encoder.
/// </summary>
internal static partial class BodyMarkup
{
    private const string TrailingMarks = ".,;:!?)]}'\"";

    // Chinese stays itself; what could be markup does not.
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(new TextEncoderSettings(UnicodeRanges.All));

    public static MarkupString Of(string body, Roster roster)
    {
        var made = new StringBuilder(body.Length + 32);
        var at = 0;
        foreach (Match match in Address().Matches(body))
        {
            var address = match.Value.TrimEnd(TrailingMarks.ToCharArray());
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            {
                continue;
            }

            Text(made, body[at..match.Index], roster);
            var shown = _encoder.Encode(address);
            made.Append("<a href=\"").Append(_encoder.Encode(uri.AbsoluteUri)).Append("\" target=\"_blank\" rel=\"noopener noreferrer\">").Append(shown).Append("</a>");
            at = match.Index + address.Length;
        }

        Text(made, body[at..], roster);
        return new MarkupString(made.ToString());
    }

    private static void Text(StringBuilder made, string text, Roster roster)
    {
        var at = 0;
        foreach (var (_, length, start) in Mentions.Spans(text, roster))
        {
            made.Append(_encoder.Encode(text[at..start]));
            made.Append("<span class=\"me\">").Append(_encoder.Encode(text.Substring(start, length))).Append("</span>");
            at = start + length;
        }

        made.Append(_encoder.Encode(text[at..]));
    }

    // An address ends at white space and at the marks Chinese text puts after it.
    [GeneratedRegex(@"https?://[^\s<>""'`，。；：！？、（）《》【】「」“”‘’…\u3000]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
