namespace HaiZhengTong.App.Features.SignIn;

/// <summary>An attempt to sign in.</summary>
/// <param name="Source">The hashed source address, from <see cref="SourceAddress"/>.</param>
/// <param name="Device">The browser in a few words, from <see cref="DeviceName"/>.</param>
internal sealed record SignInRequest(string Account, string Password, string Source, string Device);
