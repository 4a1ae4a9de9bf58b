namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>What the directory's pages write down.</summary>
internal static partial class PeopleLog
{
    [LoggerMessage(LogLevel.Error, "A part of the directory could not be loaded")]
    public static partial void LoadFailed(this ILogger logger, Exception exception);
}
