using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Hosting;

/// <summary>Every sentence the product says, by key and in the language of the caller.</summary>
/// <remarks>"Ui.Send" is the entry Send of Resources/Ui.resx. An unknown key shows itself in brackets.</remarks>
public sealed class Texts
{
    private readonly ConcurrentDictionary<string, ResourceManager> _files = new(StringComparer.Ordinal);

    /// <summary>The text of a key, its placeholders filled.</summary>
    public string this[string key, params object[] args]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(key);
            ArgumentNullException.ThrowIfNull(args);
            var text = Find(key);
            return text is null ? $"[{key}]"
                : args.Length == 0 ? text
                : string.Format(CultureInfo.CurrentCulture, text, args);
        }
    }

    /// <summary>The sentence that tells a person why something was refused.</summary>
    public string Of(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return this[refusal.TextKey, refusal.Arguments];
    }

    private string? Find(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0)
        {
            return null;
        }

        var file = _files.GetOrAdd(
            key[..dot],
            static name => new ResourceManager($"HaiZhengTong.App.Resources.{name}", typeof(Texts).Assembly));
        try
        {
            return file.GetString(key[(dot + 1)..], CultureInfo.CurrentUICulture);
        }
        catch (MissingManifestResourceException)
        {
            return null;
        }
    }
}
