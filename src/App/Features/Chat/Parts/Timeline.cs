using HaiZhengTong.Domain.Chat;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>
/// The window of a conversation on the screen, merged by revision: what is known is dropped, what comes next is applied,
/// what comes too early waits for what is missing.
/// </summary>
public sealed class Timeline
{
    /// <summary>The rows kept at the bottom; who scrolls up may have some more for a while.</summary>
    public const int MaxRows = 80;

    private readonly SortedDictionary<long, MessageView> _early = [];
    private List<MessageView> _messages = [];

    public IReadOnlyList<MessageView> Messages => _messages;

    public long Rev { get; private set; }

    public long LastSeq { get; private set; }

    public bool HasOlder => _messages.Count > 0 && _messages[0].Seq > 1;

    public bool HasNewer => _messages.Count > 0 && _messages[^1].Seq < LastSeq;

    /// <summary>Something before what has arrived is missing.</summary>
    public bool HasGap => _early.Count > 0;

    /// <summary>Shows this window and nothing else.</summary>
    public void Reset(MessageWindow window)
    {
        _messages = [.. window.Messages];
        LastSeq = Math.Max(LastSeq, window.LastSeq);
        Rev = Math.Max(Rev, window.LastRev);
        ApplyEarly();
    }

    /// <summary>Adds what was read before or after the window and lets go of the other end.</summary>
    public void Extend(MessageWindow window)
    {
        if (_messages.Count == 0 || window.Messages.Count == 0)
        {
            return;
        }

        if (window.Messages[^1].Seq < _messages[0].Seq)
        {
            _messages.InsertRange(0, window.Messages);
            _messages = [.. _messages.Take(MaxRows)];
        }
        else
        {
            var last = _messages[^1].Seq;
            _messages.AddRange(window.Messages.Where(message => message.Seq > last));
            _messages = [.. _messages.TakeLast(MaxRows)];
        }

        LastSeq = Math.Max(LastSeq, window.LastSeq);
    }

    /// <summary>Takes a message that was told with the change that made it so. False: it was known already.</summary>
    public bool Merge(MessageView message) => Merge(message.Rev, message);

    /// <summary>Takes a change and its message, which may be newer than the change. False: it was known already.</summary>
    public bool Merge(long rev, MessageView message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (rev <= Rev)
        {
            return false;
        }

        _early[rev] = message;
        ApplyEarly();
        return true;
    }

    /// <summary>Everything up to here has been read: what is still missing has nothing to show.</summary>
    public void CatchUp(long rev)
    {
        Rev = Math.Max(Rev, rev);
        ApplyEarly();
    }

    private void ApplyEarly()
    {
        while (_early.Count > 0 && _early.First() is var (rev, message) && rev <= Rev + 1)
        {
            _early.Remove(rev);
            if (rev == Rev + 1)
            {
                Rev = rev;
                Apply(message);
            }
        }
    }

    private void Apply(MessageView message)
    {
        var atEnd = !HasNewer;
        var isNew = message.Seq > LastSeq;
        LastSeq = Math.Max(LastSeq, message.Seq);
        if (!isNew)
        {
            Replace(message);
            return;
        }

        if (!atEnd)
        {
            return;
        }

        _messages.Add(message);
        if (_messages.Count > MaxRows)
        {
            _messages.RemoveAt(0);
        }
    }

    // What stands in the window may have been read after this change was made: the newer state stays.
    private void Replace(MessageView message)
    {
        var place = _messages.FindIndex(shown => shown.Seq == message.Seq);
        if (place >= 0 && _messages[place].Rev < message.Rev)
        {
            _messages[place] = message;
        }
    }
}
