using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Hosting;

/// <summary>Refusals on their way to a program: problem details (RFC 9457) in the caller's language.</summary>
public static class RefusalResults
{
    /// <summary>The problem a program is answered with: a localised title, and the text's key as <c>code</c>.</summary>
    public static RefusalProblem ToProblem(this Refusal refusal) => new(refusal);

    /// <summary>The status of a refusal; the one place that knows it.</summary>
    public static int Status(this Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Kind switch
        {
            RefusalKind.Invalid => StatusCodes.Status400BadRequest,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        };
    }
}
