using System.Text;

namespace HaiZhengTong.Domain.People.Bulk;

/// <summary>In which encoding a text file is written: told by its first bytes, else UTF-8 if all of it is, else GB 18030.</summary>
public static class TextEncoding
{
    private const int Step = 64 * 1024;

    /// <summary>GB 18030, of which GBK and GB 2312 are parts.</summary>
    public static Encoding Chinese { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")
        ?? throw new InvalidOperationException("This runtime knows no GB 18030.");

    /// <summary>Reads the stream from its beginning to the end and leaves it at the beginning.</summary>
    public static async Task<Encoding> DetectAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Position = 0;
        var head = new byte[3];
        var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Position = 0;
        var encoding = head.AsSpan(0, length) switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        encoding ??= await IsUtf8Async(stream, cancellationToken) ? Encoding.UTF8 : Chinese;
        stream.Position = 0;
        return encoding;
    }

    private static async Task<bool> IsUtf8Async(Stream stream, CancellationToken cancellationToken)
    {
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[Step];
        var letters = new char[Step + 2];
        try
        {
            int length;
            do
            {
                length = await stream.ReadAsync(bytes, cancellationToken);
                decoder.GetChars(bytes.AsSpan(0, length), letters, flush: length == 0);
            }
            while (length > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
