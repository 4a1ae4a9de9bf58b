using System.ComponentModel.DataAnnotations;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>How patient sign-in is.</summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>Wrong passwords in a row that lock an account.</summary>
    [Range(1, 100)]
    public int AccountFailures { get; set; } = 5;

    /// <summary>How long an account stays locked.</summary>
    public TimeSpan AccountLock { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Wrong passwords within a window that lock a source address. A whole office may stand behind one address.</summary>
    [Range(1, 100_000)]
    public int SourceFailures { get; set; } = 60;

    public TimeSpan SourceWindow { get; set; } = TimeSpan.FromMinutes(10);

    public TimeSpan SourceLock { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Attempts from one source address, right or wrong, in a minute and on one node.</summary>
    [Range(1, 1_000_000)]
    public int AttemptsPerMinute { get; set; } = 300;

    /// <summary>How long a session lasts without use when the person does not stay signed in.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long a person stays signed in on request.</summary>
    public TimeSpan Stay { get; set; } = TimeSpan.FromDays(7);
}
