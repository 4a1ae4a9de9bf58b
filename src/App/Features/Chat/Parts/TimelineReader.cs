using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>Reads windows of a conversation into a timeline, with what their messages refer to.</summary>
internal sealed class TimelineReader(PersonId me, ListMessages list, ShownReferences references, Timeline timeline)
{
    /// <summary>Shows this window and nothing else.</summary>
    public async Task<Refusal?> ShowAsync(ListMessagesRequest request, CancellationToken cancellationToken)
    {
        var window = await ReadAsync(request, cancellationToken);
        if (window.Refusal is null)
        {
            timeline.Reset(window.Value);
        }

        return window.Refusal;
    }

    /// <summary>Adds this window above or below. False: there was nothing to add.</summary>
    public async Task<bool> ExtendAsync(ListMessagesRequest request, CancellationToken cancellationToken)
    {
        var window = await ReadAsync(request, cancellationToken);
        if (window.Refusal is not null)
        {
            return false;
        }

        timeline.Extend(window.Value);
        return window.Value.Messages.Count > 0;
    }

    // A change applied while the window was being read may be missing in it: then it is read again.
    private async Task<Result<MessageWindow>> ReadAsync(ListMessagesRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var window = await list.HandleAsync(request, me, cancellationToken);
            if (window.Refusal is not null)
            {
                return window;
            }

            await references.ReadAsync(window.Value.Messages, cancellationToken);
            if (window.Value.LastRev >= timeline.Rev)
            {
                return window;
            }
        }
    }
}
