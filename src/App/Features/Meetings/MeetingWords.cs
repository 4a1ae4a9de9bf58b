using System.Collections;
using System.Globalization;
using System.Resources;
using HaiZhengTong.App.Hosting;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>All sentences of meetings in the reader's language, for the room's script.</summary>
internal sealed class MeetingWords(Texts texts)
{
    private static readonly ResourceManager _file = new("HaiZhengTong.App.Resources.Meetings", typeof(Texts).Assembly);

    // The names come from the neutral file; each text is asked for in the reader's language.
    public IReadOnlyDictionary<string, string> All() =>
        _file.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => texts[$"Meetings.{entry.Key}"]);
}
