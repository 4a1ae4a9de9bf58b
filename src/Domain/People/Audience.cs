namespace HaiZhengTong.Domain.People;

/// <summary>A set of people told by rules: subtrees, duties, persons, and who is left out.</summary>
public sealed class Audience
{
    public required AudienceId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Who saved it under its name to use it again; null where it belongs to a thing, an application for instance.</summary>
    public PersonId? OwnerId { get; init; }

    public List<AudienceTerm> Terms { get; init; } = [];
}
