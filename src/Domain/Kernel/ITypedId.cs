namespace HaiZhengTong.Domain.Kernel;

/// <summary>An id with a type of its own over a version 7 Guid (RFC 9562), so that ids follow time and never mix.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The value kept in the database and shown in addresses.</summary>
    Guid Value { get; }

    /// <summary>The typed id of a stored value.</summary>
    static abstract TSelf From(Guid value);
}
