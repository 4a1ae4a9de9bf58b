namespace HaiZhengTong.Domain.People;

/// <summary>A set of people told by rules: subtrees, duties, persons, and who is left out.</summary>
public sealed class Audience
{
    public required AudienceId Id { get; init; }

    public required string Name { get; set; }

    public List<AudienceTerm> Terms { get; init; } = [];
}
