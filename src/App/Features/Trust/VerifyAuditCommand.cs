using System.Globalization;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>The operator's "verify-audit [SEQ:HASH]": walks the chain, says whether it is whole, and answers 0 or 1.</summary>
internal static class VerifyAuditCommand
{
    private const int HashLength = 64;

    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> arguments, TextWriter output)
    {
        var cancellationToken = CancellationToken.None;
        var mark = arguments.Count == 0 ? null : MarkOf(arguments) ?? throw new StartupFailure("Startup.AuditUsage");
        if (!await services.GetRequiredService<DatabaseMigrator>().IsCurrentAsync(cancellationToken))
        {
            throw new StartupFailure("Startup.StartFirst");
        }

        var verdict = await services.GetRequiredService<VerifyAudit>().HandleAsync(mark, cancellationToken);
        await output.WriteLineAsync(Sentence(services.GetRequiredService<Texts>(), verdict));
        return verdict.Fault is null ? 0 : 1;
    }

    private static AuditMark? MarkOf(IReadOnlyList<string> arguments) =>
        arguments is [var typed] && typed.Split(':') is [var number, { Length: HashLength } hash]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) && seq > 0
            ? new AuditMark(seq, hash.ToLowerInvariant())
            : null;

    private static string Sentence(Texts texts, AuditVerdict verdict) => verdict.Fault switch
    {
        null when verdict.Hash is null => texts["Startup.AuditEmpty"],
        null => texts["Startup.AuditWhole", verdict.Entries, $"{verdict.Entries}:{verdict.Hash}"],
        { } fault => texts["Startup.AuditBroken", verdict.FirstBroken ?? 0, texts[$"Startup.AuditFault{fault}"]],
    };
}
