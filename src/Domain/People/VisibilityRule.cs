using HaiZhengTong.Domain.Kernel;

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

    /// <summary>Whether a rule of the kind is about one unit, or one person: a unit is hidden, a person is hidden, the rest goes for both.</summary>
    public static bool Fits(VisibilityRuleKind kind, UnitId? unit, PersonId? person) =>
        unit is null != person is null && kind switch
        {
            VisibilityRuleKind.HideUnit => unit is not null,
            VisibilityRuleKind.HidePerson => person is not null,
            VisibilityRuleKind.HideMobile or VisibilityRuleKind.ShieldLeaders => true,
        };

    /// <summary>Gives it another reason and other exceptions; answers a refusal and changes nothing when the reason will not do.</summary>
    public Refusal? Change(string reason, AudienceId? except)
    {
        var clean = CleanText.Line(reason);
        if (clean.Length is 0 or > MaxReasonLength)
        {
            return new Refusal(RefusalKind.Invalid, "Visibility.ReasonLength", MaxReasonLength);
        }

        (Reason, ExceptId) = (clean, except);
        Version++;
        return null;
    }
}
