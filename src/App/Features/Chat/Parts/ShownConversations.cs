using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Live;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>The rows of the list as events change them; every event says how things stand, so it may come twice or late.</summary>
internal sealed class ShownConversations
{
    private readonly Dictionary<ConversationId, ConversationRow> _rows = [];

    public IReadOnlyList<ConversationRow> InOrder() => [.. _rows.Values.OrderByDescending(row => row.LastAt).ThenByDescending(row => row.Id.Value)];

    public void Reset(IReadOnlyList<ConversationRow> rows)
    {
        _rows.Clear();
        Add(rows);
    }

    public void Add(IReadOnlyList<ConversationRow> rows)
    {
        foreach (var row in rows)
        {
            _rows[row.Id] = row;
        }
    }

    /// <summary>Puts a row in, or takes it out.</summary>
    public void Put(ConversationId id, ConversationRow? row)
    {
        if (row is null)
        {
            _rows.Remove(id);
        }
        else
        {
            _rows[id] = row;
        }
    }

    /// <summary>False: this conversation is not among the rows.</summary>
    public bool Move(ConversationMoved moved)
    {
        if (!_rows.TryGetValue(moved.ConversationId, out var row))
        {
            return false;
        }

        if (moved.LastSeq >= row.LastSeq)
        {
            _rows[row.Id] = row with
            {
                LastSeq = moved.LastSeq,
                LastAt = moved.Line?.At ?? row.LastAt,
                Line = moved.Line ?? row.Line,
                Unread = moved.Unread,
                Muted = moved.Muted,
                Mentioned = moved.Unread > 0 && (row.Mentioned || moved.Mentioned),
            };
        }

        return true;
    }

    /// <summary>The last line reads otherwise now. False: this conversation is not among the rows.</summary>
    public bool Reword(LastLineChanged changed)
    {
        if (!_rows.TryGetValue(changed.ConversationId, out var row))
        {
            return false;
        }

        if (changed.Seq == row.LastSeq)
        {
            _rows[row.Id] = row with { Line = changed.Line };
        }

        return true;
    }

    /// <summary>False: this conversation is not among the rows.</summary>
    public bool Read(ReadMoved read)
    {
        if (!_rows.TryGetValue(read.ConversationId, out var row))
        {
            return false;
        }

        _rows[row.Id] = row with { Unread = read.Unread, Mentioned = row.Mentioned && read.Unread > 0 };
        return true;
    }
}
