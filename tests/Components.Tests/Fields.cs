using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.Components.Tests;

/// <summary>Finds what a person reads: a field by its label, a button by its word, the sentence of a refusal.</summary>
internal static class Fields
{
    /// <summary>The field under a label, as it is now.</summary>
    public static IElement Field<TComponent>(this IRenderedComponent<TComponent> shown, string label)
        where TComponent : IComponent =>
        shown.FindAll("label").First(one => one.QuerySelector("span")?.TextContent == label).QuerySelector("input, select, textarea")!;

    public static IElement Button<TComponent>(this IRenderedComponent<TComponent> shown, string word)
        where TComponent : IComponent =>
        shown.FindAll("button").First(one => one.TextContent.Trim() == word);

    public static bool Offers<TComponent>(this IRenderedComponent<TComponent> shown, string word)
        where TComponent : IComponent =>
        shown.FindAll("button").Any(one => one.TextContent.Trim() == word);

    /// <summary>What a person reads of a refusal or a failure; empty where nothing is said.</summary>
    public static string Said<TComponent>(this IRenderedComponent<TComponent> shown)
        where TComponent : IComponent =>
        string.Concat(shown.FindAll("[role=alert]").Select(note => note.TextContent));

    /// <summary>Types into a picker and takes the first that is offered.</summary>
    public static async Task PickAsync<TComponent>(this IRenderedComponent<TComponent> shown, string picker, string name)
        where TComponent : IComponent
    {
        await shown.Find($"{picker} input").InputAsync(name);
        shown.WaitForAssertion(() => Xunit.Assert.Contains(name, shown.Find($"{picker} [role=option]").TextContent, StringComparison.Ordinal));
        await shown.Find($"{picker} [role=option]").ClickAsync(new());
    }
}
