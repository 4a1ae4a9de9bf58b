using System.Globalization;
using System.Text.Json;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;

/// <summary>Reads filters and the paths of a PATCH. What does not parse is refused with the place where it stops making sense.</summary>
internal sealed class ScimFilterParser
{
    private const int MaxLength = 8000;
    private const int MaxDepth = 24;
    private const int MaxTerms = 200;

    private readonly string _text;
    private int _at;
    private int _depth;
    private int _terms;

    private ScimFilterParser(string text) => _text = text;

    private bool IsAtEnd => _at >= _text.Length;

    public static Result<ScimFilter> Read(string text)
    {
        var parser = new ScimFilterParser(text);
        var filter = text.Length > MaxLength ? null : parser.Either(isInside: false);
        parser.Space();
        return filter is not null && parser.IsAtEnd ? filter : new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimFilter", parser._at + 1);
    }

    /// <summary>Reads the path of a PATCH operation: an attribute, or one value of it, and a part of that.</summary>
    public static Result<ScimPatchPath> ReadPath(string text)
    {
        var parser = new ScimFilterParser(text);
        var path = text.Length > MaxLength ? null : parser.PatchPath();
        return path is not null && parser.IsAtEnd ? path : new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimPath", text.Length > 200 ? text[..200] : text);
    }

    private ScimPatchPath? PatchPath()
    {
        if (Path() is not { } path)
        {
            return null;
        }

        if (!Take('['))
        {
            return new ScimPatchPath(path with { Sub = null }, null, path.Sub);
        }

        if (path.Sub is not null || Either(isInside: true) is not { } inner || !Take(']'))
        {
            return null;
        }

        return !Take('.') ? new ScimPatchPath(path, inner, null)
            : ScimPath.Read(Word()) is { Schema: null, Sub: null } sub ? new ScimPatchPath(path, inner, sub.Attribute)
            : null;
    }

    private ScimFilter? Either(bool isInside)
    {
        if (++_depth > MaxDepth)
        {
            return null;
        }

        var left = Both(isInside);
        while (left is not null && TakeWord("or"))
        {
            left = Both(isInside) is { } right ? new ScimFilter.Or(left, right) : null;
        }

        _depth--;
        return left;
    }

    private ScimFilter? Both(bool isInside)
    {
        var left = One(isInside);
        while (left is not null && TakeWord("and"))
        {
            left = One(isInside) is { } right ? new ScimFilter.And(left, right) : null;
        }

        return left;
    }

    private ScimFilter? One(bool isInside)
    {
        if (++_terms > MaxTerms)
        {
            return null;
        }

        Space();
        var start = _at;
        if (TakeWord("not"))
        {
            if (Take('('))
            {
                return Either(isInside) is { } inner && Take(')') ? new ScimFilter.Not(inner) : null;
            }

            _at = start;
        }

        return Take('(') ? Either(isInside) is { } grouped && Take(')') ? grouped : null : Term(isInside);
    }

    private ScimFilter? Term(bool isInside)
    {
        if (Path() is not { } path)
        {
            return null;
        }

        if (!IsAtEnd && _text[_at] == '[')
        {
            if (isInside || path.Sub is not null)
            {
                return null;
            }

            _at++;
            return Either(isInside: true) is { } inner && Take(']') ? new ScimFilter.Element(path, inner) : null;
        }

        var start = _at;
        var word = Space() ? Word() : "";
        if (word.Equals("pr", StringComparison.OrdinalIgnoreCase))
        {
            return new ScimFilter.Present(path);
        }

        if (word.Length != 2 || !Enum.TryParse<ScimOperator>(word, ignoreCase: true, out var how) || !char.IsAsciiLetter(word[0]))
        {
            _at = start;
            return null;
        }

        return Space() && Value() is (true, var value) ? new ScimFilter.Compare(path, how, value) : null;
    }

    private ScimPath? Path()
    {
        Space();
        var start = _at;
        var path = ScimPath.Read(Word());
        _at = path is null ? start : _at;
        return path;
    }

    private (bool IsGood, object? Value) Value()
    {
        var start = _at;
        if (!IsAtEnd && _text[_at] == '"')
        {
            for (_at++; !IsAtEnd && _text[_at] != '"'; _at++)
            {
                _at += _text[_at] == '\\' ? 1 : 0;
            }

            _at = Math.Min(_at + 1, _text.Length);
            var text = Text(_text[start.._at]);
            _at = text is null ? start : _at;
            return (text is not null, text);
        }

        var word = Word();
        if (bool.TryParse(word, out var flag))
        {
            return (true, flag);
        }

        if (word.Equals("null", StringComparison.OrdinalIgnoreCase))
        {
            return (true, null);
        }

        if (word.Length > 0 && (char.IsAsciiDigit(word[^1])) && decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return (true, number);
        }

        _at = start;
        return (false, null);
    }

    private static string? Text(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool Space()
    {
        var start = _at;
        while (!IsAtEnd && _text[_at] == ' ')
        {
            _at++;
        }

        return _at > start;
    }

    private bool Take(char sign)
    {
        var start = _at;
        _ = sign != '.' && Space();
        if (!IsAtEnd && _text[_at] == sign)
        {
            _at++;
            return true;
        }

        _at = start;
        return false;
    }

    private bool TakeWord(string word)
    {
        var start = _at;
        Space();
        if (string.Equals(Word(), word, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        _at = start;
        return false;
    }

    private string Word()
    {
        var start = _at;
        while (!IsAtEnd && _text[_at] is not (' ' or '(' or ')' or '[' or ']' or '"'))
        {
            _at++;
        }

        return _text[start.._at];
    }
}
