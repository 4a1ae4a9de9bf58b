using System.Buffers.Binary;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Sources;

/// <summary>SplitMix64 with a fixed start: the same invented province on every machine and with every runtime. Not for secrets.</summary>
internal sealed class SeedRandom(ulong seed)
{
    // Ids look like version 7 (RFC 9562) and count up from one fixed moment, so that they sort as they were made.
    private static readonly long _idEpoch = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private ulong _state = seed;
    private long _ids;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to below the limit.</summary>
    public int Below(int limit) => (int)((UInt128)Next() * (ulong)limit >> 64);

    /// <summary>A number between the two, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True so many times in a thousand.</summary>
    public bool Chance(int perMille) => Below(1000) < perMille;

    public T Pick<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    /// <summary>A generator of its own for a part, so that a change in one part leaves the others as they were.</summary>
    public SeedRandom Fork() => new(Next());

    /// <summary>The next id, 64 of them in a millisecond.</summary>
    public Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        var count = _ids++;
        BinaryPrimitives.WriteInt64BigEndian(bytes, (_idEpoch + (count >> 6)) << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | ((count & 63) << 6) | (long)(Next() & 63)));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (Next() >> 2) | 0x8000_0000_0000_0000);
        return new Guid(bytes, bigEndian: true);
    }
}
