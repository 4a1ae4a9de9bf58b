using HaiZhengTong.App.Features.People.Duties;

namespace HaiZhengTong.App.Features.Admin.Duties;

/// <summary>What the dictionary's page may do, in one hand.</summary>
internal sealed record DutyActs(ListDuties List, AddDuty Add, RenameDuty Rename, RetireDuty Retire, ReorderDuties Reorder);
