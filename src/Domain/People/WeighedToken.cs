namespace HaiZhengTong.Domain.People;

/// <summary>A piece of text a person is found by, and how good a match on it is.</summary>
/// <param name="Token">Lower case; found by prefix.</param>
/// <param name="Weight">One of <see cref="TokenWeight"/>; higher is better.</param>
public readonly record struct WeighedToken(string Token, int Weight);
