using HaiZhengTong.App.Features.Admin.Bulk.Exports;
using HaiZhengTong.App.Features.Admin.Bulk.Seen;

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
        .AddSingleton<ListImportErrors>()
        .AddSingleton<SeenSheets>()
        .AddSingleton<ExportSeenUnit>()
        .AddSingleton<ExportAudience>();
}
