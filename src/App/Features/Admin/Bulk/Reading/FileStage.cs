using System.Security.Cryptography;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Reading;

/// <summary>Puts an upload aside, counts and hashes it on the way, and finds out what it is.</summary>
internal static class FileStage
{
    /// <summary>The largest file, in bytes.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    private const int Step = 64 * 1024;
    private const int Head = 16 * 1024;

    public static async Task<Result<StagedFile>> PutAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"import-{Guid.CreateVersion7():N}");
        var keeper = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, Step, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var isKept = false;
        try
        {
            if (await CopyAsync(content, keeper, cancellationToken) is not { } sha256)
            {
                return new Refusal(RefusalKind.Invalid, "Bulk.TooLarge", MaxBytes / 1024 / 1024);
            }

            var file = new StagedFile(keeper, CleanText.Line(Path.GetFileName(name)), sha256);
            var refusal = await LookAsync(file, cancellationToken);
            isKept = refusal is null;
            return refusal is null ? file : refusal;
        }
        finally
        {
            if (!isKept)
            {
                await keeper.DisposeAsync();
            }
        }
    }

    private static async Task<string?> CopyAsync(Stream content, FileStream keeper, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Step];
        for (int length; (length = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (keeper.Length + length > MaxBytes)
            {
                return null;
            }

            hash.AppendData(buffer, 0, length);
            await keeper.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            await keeper.FlushAsync(cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<Refusal?> LookAsync(StagedFile file, CancellationToken cancellationToken)
    {
        await using var stream = file.Open();
        var head = new byte[Head];
        var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Position = 0;
        switch (head.AsSpan(0, length))
        {
            case []:
                return new Refusal(RefusalKind.Invalid, "Bulk.EmptyFile");
            case [0xD0, 0xCF, 0x11, 0xE0, ..]:
                return new Refusal(RefusalKind.Invalid, "Bulk.OldWorkbook");
            case [(byte)'P', (byte)'K', 3, 4, ..]:
                if (!Workbook.IsSound(stream))
                {
                    return new Refusal(RefusalKind.Invalid, "Bulk.Damaged");
                }

                break;
            default:
                file.Encoding = await TextEncoding.DetectAsync(stream, cancellationToken);
                using (var reader = new StreamReader(stream, file.Encoding, detectEncodingFromByteOrderMarks: true, Head, leaveOpen: true))
                {
                    var letters = new char[Head];
                    file.Separator = CsvReader.Guess(new string(letters, 0, await reader.ReadBlockAsync(letters, cancellationToken)));
                }

                break;
        }

        file.Headings = file.Rows().FirstOrDefault(row => row.IsBroken || StagedFile.IsSaid(row)) ?? file.Headings;
        return file.Headings switch
        {
            { IsBroken: true } => new Refusal(RefusalKind.Invalid, "Bulk.Damaged"),
            { Number: 0 } => new Refusal(RefusalKind.Invalid, "Bulk.EmptyFile"),
            _ => null,
        };
    }
}
