namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>What the directory had and has no longer. Nobody goes by that alone: of people a leave is proposed, units stay.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Account">A person's account; null for a unit.</param>
/// <param name="IsNew">Whether it went missing since the last run.</param>
public sealed record LdapMissing(string Name, string? Account, bool IsNew);
