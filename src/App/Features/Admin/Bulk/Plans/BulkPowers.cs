using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>What one administrator may manage, asked once for each unit and person of a file.</summary>
internal sealed class BulkPowers(AppDbContext database, PersonId by)
{
    private readonly Dictionary<UnitId, bool> _units = [];
    private readonly Dictionary<UnitId, bool> _people = [];
    private bool? _isOverAll;
    private bool? _isProvince;

    /// <summary>Whether the person manages every unit and the people in it.</summary>
    public async ValueTask<bool> IsOverAllAsync(CancellationToken cancellationToken) =>
        _isOverAll ??= await Powers.MayChangeSettingsAsync(database, by, cancellationToken);

    public ValueTask<bool> MayManageUnitAsync(UnitId unit, CancellationToken cancellationToken) =>
        AskAsync(_units, unit, Powers.MayManageUnitAsync, cancellationToken);

    public ValueTask<bool> MayManagePeopleOfUnitAsync(UnitId unit, CancellationToken cancellationToken) =>
        AskAsync(_people, unit, Powers.MayManagePeopleOfUnitAsync, cancellationToken);

    /// <summary>Whether the person manages everybody, whatever power they hold.</summary>
    public async ValueTask<bool> IsOverEverybodyAsync(CancellationToken cancellationToken) =>
        _isProvince ??= await Powers.IsProvinceAdministratorAsync(database, by, cancellationToken);

    public async ValueTask<bool> MayManagePersonAsync(PersonId person, CancellationToken cancellationToken) =>
        await IsOverEverybodyAsync(cancellationToken)
        || await Powers.MayManagePersonAsync(database, by, person, cancellationToken);

    private async ValueTask<bool> AskAsync(
        Dictionary<UnitId, bool> known, UnitId unit, Func<AppDbContext, PersonId, UnitId, CancellationToken, Task<bool>> ask, CancellationToken cancellationToken)
    {
        if (await IsOverAllAsync(cancellationToken))
        {
            return true;
        }

        if (!known.TryGetValue(unit, out var may))
        {
            known[unit] = may = await ask(database, by, unit, cancellationToken);
        }

        return may;
    }
}
