using HaiZhengTong.App.Features.Admin.Bulk.Exports;

namespace HaiZhengTong.App.Features.Admin.Bulk;

/// <summary>Everything the import and the export add to the host.</summary>
internal static class BulkFeature
{
    public static IServiceCollection AddBulk(this IServiceCollection services) => services
        .AddSingleton<ImportDesk>()
        .AddSingleton<ImportWork>()
        .AddSingleton<StageImport>()
        .AddSingleton<DryRunImport>()
        .AddSingleton<RunImport>()
        .AddSingleton<SheetWords>()
        .AddSingleton<ExportDirectory>()
        .AddSingleton<MakeTemplate>()
        .AddSingleton<ListImportErrors>();
}
