using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Ui;

/// <summary>A static page or section with forms of its own: it lives as long as its request, and a refusal is its answer's status and sentence.</summary>
public abstract class StaticForm : ComponentBase
{
    [CascadingParameter]
    public HttpContext? Http { get; set; }

    [Inject]
    public Texts T { get; set; } = default!;

    /// <summary>Why the form was not accepted; null when it was, or when nothing was sent.</summary>
    protected string? Refused { get; private set; }

    protected HttpContext Request => Http ?? throw new InvalidOperationException($"{GetType().Name} is static.");

    protected void Refuse(Refusal refusal)
    {
        Request.Response.StatusCode = refusal.Status();
        Refused = T.Of(refusal);
    }
}
