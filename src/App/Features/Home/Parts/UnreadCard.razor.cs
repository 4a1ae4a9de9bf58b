using System.Globalization;
using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Home.Parts;

/// <summary>The latest conversations with unread messages.</summary>
public sealed partial class UnreadCard : ComponentBase
{
    private const int Shown = 4;

    private IReadOnlyList<ConversationRow>? _rows;
    private bool _failed;

    [Inject]
    internal ListConversations List { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var page = await Loader.TryAsync(() => List.HandleAsync(new ListConversationsRequest(null, ListConversations.MaxLimit), Me, CancellationToken.None));
        _failed = page is null;
        _rows = page is null ? null : [.. page.Rows.Where(row => row.Unread > 0).OrderBy(row => row.Muted).Take(Shown)];
    }

    private string Line(ConversationRow row) => row.Line is not { } line ? ""
        : line.Kind switch
        {
            MessageKind.Text => row.IsGroup ? T["Home.Said", line.SenderName, line.Text] : line.Text,
            MessageKind.System => MessageItem.Sentence(line.Text, T),
            MessageKind.Meeting => T["Home.StartedMeeting", line.SenderName],
        };

    private string When(DateTimeOffset at) => ChinaTime.Day(at) == ChinaTime.Day(Now)
        ? ChinaTime.Of(at).ToString("HH:mm", CultureInfo.InvariantCulture)
        : T["Todos.Day", ChinaTime.Of(at)];
}
