using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;

namespace HaiZhengTong.App.Hosting;

/// <summary>One open circuit or connection, and how it is closed.</summary>
internal sealed class LiveSession(PersonId person, SessionId? session, ApiTokenId? token, Action close)
{
    private int _closed;

    public PersonId Person => person;

    public SessionId? Session => session;

    public ApiTokenId? Token => token;

    public void Close()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            close();
        }
    }
}
