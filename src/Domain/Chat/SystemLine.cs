namespace HaiZhengTong.Domain.Chat;

/// <summary>A system message's body: a text key and its arguments, so that each reader sees it in the own language.</summary>
public static class SystemLine
{
    private const char Separator = '\u001f';

    /// <summary>The body that says <paramref name="textKey"/> with these arguments.</summary>
    public static string Of(string textKey, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return string.Join(Separator, [textKey, .. arguments.Select(argument => argument.Replace(Separator, ' '))]);
    }

    /// <summary>The key and the arguments of a body.</summary>
    public static (string TextKey, string[] Arguments) Read(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var parts = body.Split(Separator);
        return (parts[0], parts[1..]);
    }
}
