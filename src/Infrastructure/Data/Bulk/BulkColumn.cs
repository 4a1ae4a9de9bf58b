using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HaiZhengTong.Infrastructure.Data.Bulk;

/// <summary>One column of a bulk load: its name and how a value comes out of an entity, both taken from the model.</summary>
internal sealed record BulkColumn(string Name, string StoreType, Func<object, object?> Read)
{
    /// <summary>The table of an entity and its columns, as the model has them: a change of the model is followed by itself.</summary>
    public static (string Table, BulkColumn[] Columns) Of<T>(DbContext database)
    {
        var entity = database.Model.FindEntityType(typeof(T))
            ?? throw new InvalidOperationException($"{typeof(T).Name} is not in the model.");
        var table = entity.GetTableName() ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        return (table, [.. entity.GetProperties().Select(property => Make(property, table))]);
    }

    private static BulkColumn Make(IProperty property, string table)
    {
        if (property.IsShadowProperty())
        {
            throw new InvalidOperationException($"{table}.{property.Name} has no property to read.");
        }

        var name = property.GetColumnName(StoreObjectIdentifier.Table(table))
            ?? throw new InvalidOperationException($"{table}.{property.Name} has no column.");
        var mapping = property.GetRelationalTypeMapping();
        var getter = property.GetGetter();
        var convert = mapping.Converter?.ConvertToProvider;
        return new BulkColumn(name, mapping.StoreTypeNameBase, convert is null
            ? getter.GetClrValue
            : entity => convert(getter.GetClrValue(entity)));
    }
}
