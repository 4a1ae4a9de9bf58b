using HaiZhengTong.Domain.Admin;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>How a session that counts stands now.</summary>
/// <param name="Role">The strongest role the person holds; for display only.</param>
/// <param name="MustChangePassword">Whether the person still has the password somebody else chose.</param>
internal sealed record SessionStanding(AdminRole? Role, bool MustChangePassword);
