using HaiZhengTong.Domain.Kernel;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HaiZhengTong.Infrastructure.Data.Conversions;

internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make(value))
    where TId : struct, ITypedId<TId>
{
    private static TId Make(Guid value) => TId.From(value);
}
