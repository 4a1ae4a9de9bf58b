using System.Text.RegularExpressions;
using HaiZhengTong.Domain.People.Ldap;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>Says at the start what is wrong with a source, before it is ever read.</summary>
internal sealed partial class LdapOptionsCheck : IValidateOptions<LdapOptions>
{
    private static readonly TimeSpan _oftenest = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, LdapOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var wrong = options.Sources.SelectMany((source, at) => Wrong(source).Select(what => $"{LdapOptions.Section}:Sources:{at}:{what}")).ToList();
        if (options.Sources.Select(source => source.Name).Distinct(StringComparer.Ordinal).Count() < options.Sources.Count)
        {
            wrong.Add($"{LdapOptions.Section}:Sources: two of them have the same Name.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(LdapSource source)
    {
        if (!SourceName().IsMatch(source.Name))
        {
            yield return $"Name is needed: letters, digits and hyphens, at most {LdapPersonLink.MaxSourceLength}.";
        }

        if (!Uri.TryCreate(source.Address, UriKind.Absolute, out var address) || address.Scheme is not ("ldap" or "ldaps") || address.Host.Length == 0)
        {
            yield return "Address is needed: ldaps://host or ldap://host.";
        }
        else if (address.Scheme == "ldap" && !source.AllowPlain && !source.StartTls)
        {
            yield return "Address is not encrypted: use ldaps:// or StartTls, or set AllowPlain where nobody else is on the wire.";
        }

        if (source.Base.Length == 0 || source.Root.Length == 0)
        {
            yield return "Base and Root are needed.";
        }

        if (source.Attributes.EntryId.Length == 0 || source.Attributes.UnitName.Length == 0
            || source.Attributes.Account.Length == 0 || source.Attributes.Name.Length == 0)
        {
            yield return "Attributes: EntryId, UnitName, Account and Name are needed.";
        }

        if (source.Every is { } every && (every < _oftenest || source.RunAs.Length == 0))
        {
            yield return $"Every is at least {_oftenest.TotalMinutes} minutes and needs RunAs, an administrator's account.";
        }

        if (source.PageSize is < 1 or > 10_000 || source.MaxMissingPercent is < 0 or > 100 || source.LeaveAfterDays is < 0 or > 90)
        {
            yield return "PageSize is 1 to 10000, MaxMissingPercent 0 to 100, LeaveAfterDays 0 to 90.";
        }
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}-]{1,40}$")]
    private static partial Regex SourceName();
}
