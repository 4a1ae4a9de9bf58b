using System.Text.Encodings.Web;
using System.Text.Json;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;

/// <summary>A filter as a tree (RFC 7644, section 3.4.2.2). Its text reads back as the same tree.</summary>
internal abstract record ScimFilter
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ScimFilter()
    {
    }

    public sealed override string ToString() => this switch
    {
        And both => $"{Inside(both.Left, both.Left is Or)} and {Inside(both.Right, both.Right is Or or And)}",
        Or either => $"{either.Left} or {Inside(either.Right, either.Right is Or)}",
        Not other => $"not ({other.Inner})",
        Present present => $"{present.Path} pr",
        Compare compare => $"{compare.Path} {Word(compare.Operator)} {JsonSerializer.Serialize(compare.Value, _json)}",
        Element element => $"{element.Path}[{element.Inner}]",
        _ => "",
    };

    /// <summary>The terms every match must meet, one by one.</summary>
    public IEnumerable<ScimFilter> Terms() => this is And both ? both.Left.Terms().Concat(both.Right.Terms()) : [this];

    private static string Inside(ScimFilter filter, bool isBracketed) => isBracketed ? $"({filter})" : filter.ToString();

    private static string Word(ScimOperator how) => how switch
    {
        ScimOperator.Eq => "eq",
        ScimOperator.Ne => "ne",
        ScimOperator.Co => "co",
        ScimOperator.Sw => "sw",
        ScimOperator.Ew => "ew",
        ScimOperator.Gt => "gt",
        ScimOperator.Ge => "ge",
        ScimOperator.Lt => "lt",
        ScimOperator.Le => "le",
    };

    /// <summary>Both hold.</summary>
    public sealed record And(ScimFilter Left, ScimFilter Right) : ScimFilter;

    /// <summary>One of them holds, or both.</summary>
    public sealed record Or(ScimFilter Left, ScimFilter Right) : ScimFilter;

    /// <summary>It does not hold.</summary>
    public sealed record Not(ScimFilter Inner) : ScimFilter;

    /// <summary>The attribute has a value.</summary>
    public sealed record Present(ScimPath Path) : ScimFilter;

    /// <summary>The attribute compares so with a string, a boolean, a number (decimal) or null.</summary>
    public sealed record Compare(ScimPath Path, ScimOperator Operator, object? Value) : ScimFilter;

    /// <summary>One value of a multi-valued attribute meets all of the inner filter.</summary>
    public sealed record Element(ScimPath Path, ScimFilter Inner) : ScimFilter;
}
