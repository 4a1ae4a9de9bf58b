using System.Collections.Frozen;

namespace HaiZhengTong.App.Ui;

/// <summary>The drawings of all icons: 22 by 22, one line width, round ends.</summary>
internal static class IconPaths
{
    private const string Camera = """<rect x="2.5" y="6" width="12" height="10" rx="2"/><path d="m14.5 10 5-3v8l-5-3"/>""";
    private const string Microphone = """<rect x="8" y="3" width="6" height="10" rx="3"/><path d="M5 11a6 6 0 0 0 12 0M11 17v3"/>""";
    private const string Star = """<path d="m11 3 2.5 5 5.5.8-4 3.9 1 5.5-5-2.7-5 2.7 1-5.5-4-3.9 5.5-.800z"/>""";
    private const string Strike = """<path d="M3 3l16 16"/>""";
    private const string People = """<circle cx="9" cy="8" r="3.4"/><path d="M3 19c.6-4 3-5.6 6-5.6s5.4 1.6 6 5.6"/>""";

    private static readonly FrozenDictionary<string, string> _paths = new Dictionary<string, string>
    {
        ["chat"] = """<path d="M4 5h14v10H9l-4 4v-4H4z"/>""",
        ["people"] = People + """<path d="M15.5 5.2a3 3 0 0 1 0 5.8M17.5 14c1.8.8 2.9 2.5 3.2 5"/>""",
        ["user"] = """<circle cx="11" cy="8" r="3.4"/><path d="M4.5 19c.7-4 3.3-5.6 6.5-5.600s5.8 1.6 6.5 5.6"/>""",
        ["user-plus"] = """<circle cx="8" cy="8" r="3"/><path d="M3 18c.5-3.5 2.5-5 5-5s4.5 1.5 5 5M16 6v6M13 9h6"/>""",
        ["grid"] = """<rect x="3" y="3" width="6.5" height="6.5" rx="1.5"/><rect x="12.5" y="3" width="6.5" height="6.5" rx="1.5"/><rect x="3" y="12.5" width="6.5" height="6.5" rx="1.5"/><rect x="12.5" y="12.5" width="6.5" height="6.5" rx="1.5"/>""",
        ["video"] = Camera,
        ["camera"] = Camera,
        ["camera-off"] = Camera + Strike,
        ["mic"] = Microphone,
        ["mic-off"] = Microphone + Strike,
        ["speaker"] = """<path d="M4 8.500h3l4-3.500v12l-4-3.500H4zM14 8a4 4 0 0 1 0 6M16.5 5.500a7.5 7.5 0 0 1 0 11"/>""",
        ["screen"] = """<rect x="2.5" y="4" width="17" height="11" rx="2"/><path d="M8 19h6M11 15v4"/>""",
        ["hand"] = """<path d="M7 11V5a1.5 1.5 0 0 1 3 0v5V4a1.5 1.5 0 0 1 3 0v6V6a1.5 1.5 0 0 1 3 0v7c0 4-2 6-5 6s-4-1-6-5l-1.5-2.500c1-1.5 2.5-1 3.5.5z"/>""",
        ["phone"] = """<path d="M5 4h3l1.5 4-2 1.500a10 10 0 0 0 5 5l1.5-2 4 1.500v3a2 2 0 0 1-2 2A14 14 0 0 1 3 6a2 2 0 0 1 2-2z"/>""",
        ["phone-off"] = """<path d="M3 13c4-4 12-4 16 0l-2 3-4-1.500v-2.500h-4v2.500L5 16z"/>""",
        ["lock"] = """<rect x="5" y="10" width="12" height="8.5" rx="1.8"/><path d="M7.5 10V7.500a3.5 3.5 0 0 1 7 0V10"/>""",
        ["check"] = """<path d="M4 11.5 9 16 18 6"/>""",
        ["check-all"] = """<path d="m2.5 11.5 4 4 8-9M10.5 15l.5.5 8-9"/>""",
        ["gear"] = """<circle cx="11" cy="11" r="3"/><path d="M11 2.500v3M11 16.500v3M2.5 11h3M16.5 11h3M5 5l2 2M15 15l2 2M17 5l-2 2M7 15l-2 2"/>""",
        ["search"] = """<circle cx="9.8" cy="9.8" r="6"/><path d="m14.5 14.5 4.5 4.5"/>""",
        ["plus"] = """<path d="M11 4v14M4 11h14"/>""",
        ["minus"] = """<path d="M4 11h14"/>""",
        ["close"] = """<path d="m5 5 12 12M17 5 5 17"/>""",
        ["back"] = """<path d="m13.5 4.5-6.5 6.5 6.5 6.5"/>""",
        ["chevron"] = """<path d="m8.5 4.5 6.5 6.5-6.5 6.5"/>""",
        ["down"] = """<path d="m4.5 8.5 6.5 6.5 6.5-6.5"/>""",
        ["up"] = """<path d="m4.5 13.5 6.5-6.5 6.5 6.5"/>""",
        ["more"] = """<path d="M5 11h.01M11 11h.01M17 11h.01" stroke-width="2.6"/>""",
        ["menu"] = """<path d="M4 6h14M4 11h14M4 16h14"/>""",
        ["star"] = Star,
        ["star-filled"] = Star,
        ["pin"] = """<path d="M8 3h6l-.5 6 3 3.500H5.500l3-3.500zM11 12.500V19"/>""",
        ["bell"] = """<path d="M5 15.500V10a6 6 0 0 1 12 0v5.500l1.5 1.500h-15zM9.5 19.500h3"/>""",
        ["bell-off"] = """<path d="M5 15.500V10a6 6 0 0 1 12 0v5.500l1.5 1.500h-15zM9.5 19.500h3M3 3l16 16"/>""",
        ["smile"] = """<circle cx="11" cy="11" r="8.2"/><path d="M7.5 13c1.8 2.4 5.2 2.4 7 0M8 8.500v.01M14 8.500v.01"/>""",
        ["at"] = """<circle cx="11" cy="11" r="3.4"/><path d="M14.4 7.600v5c0 3 4.6 2.6 4.6-1.600a8 8 0 1 0-3.2 6.4"/>""",
        ["send"] = """<path d="M3.5 10.5 19 3.500l-5 15.5-3.5-6.500zM10.5 12.5 19 3.5"/>""",
        ["reply"] = """<path d="M9 5 3.5 10.5 9 16M3.5 10.500H12c4 0 6.5 2.5 6.5 6.5"/>""",
        ["file"] = """<path d="M6 3h7l4 4v12H6zM13 3v4h4"/>""",
        ["folder"] = """<path d="M3 6h6l2 2.500h8V18H3z"/>""",
        ["image"] = """<rect x="3" y="4" width="16" height="14" rx="2"/><path d="m3.5 16 5-5 4 4 2.5-2.5 4 4"/>""",
        ["download"] = """<path d="M11 3.500v10M6.5 9.500l4.5 4.5 4.5-4.500M4 18.500h14"/>""",
        ["upload"] = """<path d="M11 14V4M6.5 8 11 3.5 15.5 8M4 18.500h14"/>""",
        ["info"] = """<circle cx="11" cy="11" r="8"/><path d="M11 10v5M11 7v.01"/>""",
        ["warn"] = """<path d="M11 3.5 20 18.500H2zM11 9v4M11 15.800v.01"/>""",
        ["undo"] = """<path d="M7 4 3.500 7.500 7 11M3.500 7.500H13a5 5 0 0 1 0 10H7"/>""",
        ["edit"] = """<path d="m4 18 1-4 9.5-9.5 3 3L8 17zM12.5 6.500l3 3"/>""",
        ["trash"] = """<path d="M4 6h14M8.5 6V4h5v2M6 6l1 12.500h8L16 6M9.5 9.500v5.500M12.5 9.500v5.5"/>""",
        ["move"] = """<path d="M11 3v16M3 11h16M8.5 5.5 11 3l2.5 2.500M8.5 16.5 11 19l2.5-2.500M5.5 8.5 3 11l2.5 2.500M16.5 8.5 19 11l-2.5 2.5"/>""",
        ["copy"] = """<rect x="8" y="8" width="10.5" height="10.5" rx="2"/><path d="M14 8V5.500a2 2 0 0 0-2-2H5.500a2 2 0 0 0-2 2V12a2 2 0 0 0 2 2H8"/>""",
        ["link"] = """<path d="M9 13a4 4 0 0 0 6 .4l2.5-2.500a4 4 0 0 0-5.7-5.700L10.5 6.500M13 9a4 4 0 0 0-6-.4l-2.5 2.500a4 4 0 0 0 5.7 5.700l1.3-1.3"/>""",
        ["external"] = """<path d="M12.5 4H18v5.500M18 4l-8 8M15.5 12.500V18H4V6.500h5.5"/>""",
        ["tag"] = """<path d="M11.500 3.500H18.500V10.500l-8.5 8.5L3 12zM15 7v.01"/>""",
        ["key"] = """<circle cx="7.5" cy="14.5" r="3.5"/><path d="m10 12 8-8M15 7l2.5 2.5"/>""",
        ["moon"] = """<path d="M18 13A7.5 7.5 0 0 1 9 4a7.5 7.5 0 1 0 9 9z"/>""",
        ["sun"] = """<circle cx="11" cy="11" r="3.8"/><path d="M11 2.500v1.800M11 17.700v1.800M2.5 11h1.800M17.7 11h1.800M5 5l1.2 1.200M15.8 15.8 17 17M17 5l-1.2 1.200M6.2 15.8 5 17"/>""",
        ["globe"] = """<circle cx="11" cy="11" r="8.2"/><path d="M2.8 11h16.400M11 2.800c5 5 5 11.4 0 16.400M11 2.800c-5 5-5 11.4 0 16.4"/>""",
        ["text-size"] = """<path d="M2.5 17.5 7.5 5l5 12.500M4.3 13.500h6.400M13.5 17.500l3-7.5 3 7.500M14.5 15h4"/>""",
        ["logout"] = """<path d="M9 4H4.500v14H9M14 7l4 4-4 4M18 11H9"/>""",
        ["login"] = """<path d="M13 4h4.500v14H13M8 7l4 4-4 4M12 11H3"/>""",
        ["refresh"] = """<path d="M18 5v4.500h-4.500M17.5 9.500A7 7 0 1 0 18 12.5"/>""",
        ["clock"] = """<circle cx="11" cy="11" r="8"/><path d="M11 6.500V11l3 2"/>""",
        ["calendar"] = """<rect x="3" y="5" width="16" height="14" rx="2"/><path d="M3 9.500h16M7.5 3v4M14.5 3v4"/>""",
        ["building"] = """<path d="M5 19V4h8v15M13 9h4.500v10M3 19h16M8 8h2M8 11.500h2M8 15h2"/>""",
        ["filter"] = """<path d="M3.5 5h15l-6 7v6l-3-2v-4z"/>""",
        ["record"] = """<circle cx="11" cy="11" r="5"/>""",
        ["expand"] = """<path d="M4 8.500V4h4.500M13.5 4H18v4.500M18 13.500V18h-4.500M8.5 18H4v-4.5"/>""",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => _paths.Keys;

    public static string Of(string name) => _paths.GetValueOrDefault(name, "");

    public static bool IsFull(string name) => name is "star-filled" or "record";
}
