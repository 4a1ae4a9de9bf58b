namespace HaiZhengTong.Domain.Kernel;

/// <summary>The value of an act that succeeds without anything to say.</summary>
public readonly record struct Done;
