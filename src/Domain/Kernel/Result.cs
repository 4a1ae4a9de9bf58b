namespace HaiZhengTong.Domain.Kernel;

/// <summary>A value, or the reason there is none. Bugs are exceptions and never travel in here.</summary>
public readonly record struct Result<T>
{
    private readonly T? _value;

    private Result(T value) => _value = value;

    private Result(Refusal refusal) => Refusal = refusal;

    /// <summary>Why there is no value; null when there is one.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The value. Asking for it after a refusal is a bug.</summary>
    public T Value => Refusal is null
        ? _value!
        : throw new InvalidOperationException($"Refused: {Refusal.TextKey}.");

    public TOut Match<TOut>(Func<T, TOut> whenDone, Func<Refusal, TOut> whenRefused)
    {
        ArgumentNullException.ThrowIfNull(whenDone);
        ArgumentNullException.ThrowIfNull(whenRefused);
        return Refusal is null ? whenDone(_value!) : whenRefused(Refusal);
    }

#pragma warning disable CA2225 // Match and the two conversions are the whole face of this type
    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Refusal refusal) => new(refusal);
#pragma warning restore CA2225
}
