namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>What the editor may do, in one hand.</summary>
internal sealed record ApplicationActs(
    ReadRegisteredApplication Read, RegisterApplication Register, ChangeApplication Change, RemoveApplication Remove, ListCategories Categories);
