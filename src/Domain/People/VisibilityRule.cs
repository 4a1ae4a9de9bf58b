namespace HaiZhengTong.Domain.People;

/// <summary>One rule of who may see whom. Without any rule everyone signed in sees the whole directory.</summary>
public sealed class VisibilityRule
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MaxReasonLength = 200;

    public required VisibilityRuleId Id { get; init; }

    public required VisibilityRuleKind Kind { get; init; }

    /// <summary>The unit the rule is about, with everything below it in the administrative line; or null with a person.</summary>
    public UnitId? UnitId { get; init; }

    /// <summary>The person the rule is about; or null with a unit.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>Who is exempt: sees, or reaches, all the same. Null: nobody but the person's own office and administrators.</summary>
    public AudienceId? ExceptId { get; set; }

    /// <summary>Why the rule stands; shown to whoever asks why.</summary>
    public required string Reason { get; set; }

    public required PersonId MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Rises with every change; guards against lost updates.</summary>
    public long Version { get; set; }
}
