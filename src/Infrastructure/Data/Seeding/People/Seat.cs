namespace HaiZhengTong.Infrastructure.Data.Seeding.People;

/// <summary>A title and the duty that goes with it.</summary>
internal readonly record struct Seat(string Title, string? Duty);
