using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HaiZhengTong.Infrastructure.Data.Conversions;

/// <summary>SQLite can neither sort nor compare DateTimeOffset; as Unix milliseconds (UTC) it can.</summary>
internal sealed class UnixMillisecondsConverter()
    : ValueConverter<DateTimeOffset, long>(time => time.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));
