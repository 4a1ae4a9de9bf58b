using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>A fresh session, as the cookie will carry it.</summary>
internal sealed record SignedIn(SessionId Session, PersonId Person, string Account, string Name);
