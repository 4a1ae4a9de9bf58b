using System.Text;
using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Admin.Bulk.Writing;

/// <summary>
/// The words many people are found by, in the order of the table's key: a B-tree of millions of rows grows by its end
/// instead of everywhere at once. Kept as bytes, some 26 for each word.
/// </summary>
internal sealed class SortedTokens
{
    // The bytes of a word that are compared at once, behind its weight.
    private const int HeadLength = 7;
    private const int WordsEach = 20;
    private const int Look = 1_000;

    private readonly IReadOnlyList<PlannedPerson> _people;
    private readonly List<Word> _words;
    private byte[] _text;
    private int _length;

    private SortedTokens(IReadOnlyList<PlannedPerson> people)
    {
        _people = people;
        _words = new List<Word>(people.Count * WordsEach);
        _text = new byte[Math.Max(256, people.Count * WordsEach * 10)];
    }

    /// <summary>Makes and sorts the words; long work that can be ended.</summary>
    public static SortedTokens Of(IReadOnlyList<PlannedPerson> people, CancellationToken cancellationToken)
    {
        var sorted = new SortedTokens(people);
        for (var place = 0; place < people.Count; place++)
        {
            if (place % Look == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            sorted.Add(place);
        }

        cancellationToken.ThrowIfCancellationRequested();
        sorted._words.Sort(sorted.Compare);
        return sorted;
    }

    /// <summary>The rows, the first of the key first.</summary>
    public IEnumerable<PersonToken> Rows()
    {
        foreach (var word in _words)
        {
            yield return new PersonToken { Token = Encoding.UTF8.GetString(Bytes(word)), PersonId = _people[word.Person].Id, Weight = (int)(word.Head >> (HeadLength * 8)) };
        }
    }

    private void Add(int place)
    {
        var person = _people[place];
        foreach (var token in PersonTokens.Of(person.Name, person.Mobile, person.Account, person.Reading))
        {
            // The length goes before the bytes: a token is of 40 characters at most.
            var most = 1 + Encoding.UTF8.GetMaxByteCount(token.Token.Length);
            if (_length + most > _text.Length)
            {
                Array.Resize(ref _text, Math.Max(_length + most, _text.Length / 2 * 3));
            }

            var written = Encoding.UTF8.GetBytes(token.Token, _text.AsSpan(_length + 1));
            _text[_length] = checked((byte)written);
            _words.Add(new Word(Head(checked((byte)token.Weight), _text.AsSpan(_length + 1, written)), _length, place));
            _length += 1 + written;
        }
    }

    private static ulong Head(byte weight, ReadOnlySpan<byte> token)
    {
        ulong head = weight;
        for (var place = 0; place < HeadLength; place++)
        {
            head = (head << 8) | (place < token.Length ? token[place] : (byte)0);
        }

        return head;
    }

    private int Compare(Word one, Word other)
    {
        if (one.Head != other.Head)
        {
            return one.Head < other.Head ? -1 : 1;
        }

        var order = Bytes(one).SequenceCompareTo(Bytes(other));
        return order != 0 ? order : one.Person.CompareTo(other.Person);
    }

    private ReadOnlySpan<byte> Bytes(Word word) => _text.AsSpan(word.At + 1, _text[word.At]);

    // The people of a plan stand in the order of their ids, or nearly so: the place stands for the id.
    private readonly record struct Word(ulong Head, int At, int Person);
}
