using HaiZhengTong.Domain.Kernel;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HaiZhengTong.Infrastructure.Data.Conversions;

internal sealed class TypedIdBytesConverter<TId>() : ValueConverter<TId, byte[]>(id => Bytes(id), bytes => Make(bytes))
    where TId : struct, ITypedId<TId>
{
    private static byte[] Bytes(TId id) => id.Value.ToByteArray(bigEndian: true);

    private static TId Make(byte[] bytes) => TId.From(new Guid(bytes, bigEndian: true));
}
