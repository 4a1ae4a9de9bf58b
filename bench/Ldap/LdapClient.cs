using System.Formats.Asn1;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HaiZhengTong.Bench.Ldap;

/// <summary>Just enough LDAP (RFC 4511) to search a server without a name: one connection, one search at a time, nothing between it and the wire.</summary>
internal sealed class LdapClient : IDisposable
{
    private static readonly Asn1Tag _bind = new(TagClass.Application, 0, isConstructed: true);
    private static readonly Asn1Tag _search = new(TagClass.Application, 3, isConstructed: true);
    private static readonly Asn1Tag _entry = new(TagClass.Application, 4, isConstructed: true);
    private static readonly Asn1Tag _done = new(TagClass.Application, 5, isConstructed: true);
    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly BufferedStream _stream;
    private int _id;

    public LdapClient(int port)
    {
        _client.Connect(IPAddress.Loopback, port);
        _stream = new BufferedStream(_client.GetStream(), 64 * 1024);
        Send(_bind, writer =>
        {
            writer.WriteInteger(3);
            writer.WriteOctetString([]);
            writer.WriteOctetString([], new Asn1Tag(TagClass.ContextSpecific, 0));
        });
        Read();
    }

    private enum Scope
    {
        Subtree = 2,
    }

    private enum Aliases
    {
        Never = 0,
    }

    private enum Answer
    {
        Success = 0,
        SizeLimitExceeded = 4,
    }

    /// <summary>The names of the entries of which an attribute begins with a text, or holds it; what is shown of them is read along.</summary>
    public List<string> Search(string attribute, string text, bool isPrefix, int limit)
    {
        Send(_search, writer =>
        {
            writer.WriteOctetString("dc=hzt"u8);
            writer.WriteEnumeratedValue(Scope.Subtree);
            writer.WriteEnumeratedValue(Aliases.Never);
            writer.WriteInteger(limit);
            writer.WriteInteger(0);
            writer.WriteBoolean(false);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4, isConstructed: true)))
            {
                writer.WriteOctetString(Encoding.UTF8.GetBytes(attribute));
                using (writer.PushSequence())
                {
                    writer.WriteOctetString(Encoding.UTF8.GetBytes(text), new Asn1Tag(TagClass.ContextSpecific, isPrefix ? 0 : 1));
                }
            }

            using (writer.PushSequence())
            {
                writer.WriteOctetString("cn"u8);
                writer.WriteOctetString("title"u8);
            }
        });
        return ReadNames();
    }

    public void Dispose()
    {
        _stream.Dispose();
        _client.Dispose();
    }

    private List<string> ReadNames()
    {
        var names = new List<string>();
        while (true)
        {
            var message = Read();
            var tag = message.PeekTag();
            if (tag == _entry)
            {
                names.Add(Encoding.UTF8.GetString(message.ReadSequence(_entry).ReadOctetString()));
            }
            else if (tag == _done)
            {
                return message.ReadSequence(_done).ReadEnumeratedValue<Answer>() is Answer.Success or Answer.SizeLimitExceeded
                    ? names
                    : throw new InvalidOperationException("OpenLDAP refused a search.");
            }
        }
    }

    private void Send(Asn1Tag operation, Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(++_id);
            using (writer.PushSequence(operation))
            {
                write(writer);
            }
        }

        _stream.Write(writer.Encode());
        _stream.Flush();
    }

    // The message without its number.
    private AsnReader Read()
    {
        var head = new byte[6];
        _stream.ReadExactly(head, 0, 2);
        var more = head[1] < 0x80 ? 0 : head[1] & 0x7F;
        _stream.ReadExactly(head, 2, more);
        var length = more == 0 ? head[1] : head.AsSpan(2, more).ToArray().Aggregate(0, (sum, part) => (sum << 8) | part);
        var whole = new byte[2 + more + length];
        head.AsSpan(0, 2 + more).CopyTo(whole);
        _stream.ReadExactly(whole, 2 + more, length);
        var message = new AsnReader(whole, AsnEncodingRules.BER).ReadSequence();
        message.ReadInteger();
        return message;
    }
}
