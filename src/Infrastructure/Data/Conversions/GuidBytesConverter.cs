using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HaiZhengTong.Infrastructure.Data.Conversions;

internal sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(id => Bytes(id), bytes => Make(bytes))
{
    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private static Guid Make(byte[] bytes) => new(bytes, bigEndian: true);
}
