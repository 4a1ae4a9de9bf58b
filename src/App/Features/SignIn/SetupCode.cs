using System.Security.Cryptography;
using System.Text;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>The one-time code that lets the operator make the first administrator. It lives in this process alone.</summary>
internal sealed class SetupCode
{
    private const int Groups = 4;
    private const int GroupLength = 5;
    private const int MostAttempts = 10;

    // Without the signs that are taken for one another.
    private const string Signs = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private readonly Lock _lock = new();
    private string? _code;
    private int _attempts;

    /// <summary>The code as it is printed; null when none is open.</summary>
    public string? Shown
    {
        get
        {
            lock (_lock)
            {
                return _code is null ? null : string.Join('-', _code.Chunk(GroupLength).Select(group => new string(group)));
            }
        }
    }

    public void Open()
    {
        lock (_lock)
        {
            _code = RandomNumberGenerator.GetString(Signs, Groups * GroupLength);
            _attempts = 0;
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            _code = null;
        }
    }

    /// <summary>Whether the code is right. After ten attempts it is worth nothing, and the application must be started again.</summary>
    public bool Matches(string typed)
    {
        var given = Encoding.UTF8.GetBytes(new string([.. typed.Where(char.IsLetterOrDigit)]).ToUpperInvariant());
        lock (_lock)
        {
            if (_code is null || ++_attempts > MostAttempts)
            {
                _code = null;
                return false;
            }

            return CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(_code));
        }
    }
}
