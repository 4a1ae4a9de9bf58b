using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace HaiZhengTong.App.Hosting;

/// <summary>Ends a page's circuit with its session: nothing it sends is heard any more, and it goes to the sign-in page.</summary>
internal sealed class SessionCircuit(LiveSessions sessions, AuthenticationStateProvider authentication, NavigationManager navigation)
    : CircuitHandler, IDisposable
{
    private IDisposable? _registration;
    private AuditOrigin _origin = new(AuditChannel.Web, null);
    private volatile bool _over;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _origin = AuditOrigins.Current is { Channel: AuditChannel.Web } known ? known : _origin;
        var state = await authentication.GetAuthenticationStateAsync();
        if (state.User.FindPersonId() is not null)
        {
            _registration = sessions.Register(state.User, End);
        }
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context =>
        {
            AuditOrigins.Use(_origin);
            return _over ? Task.CompletedTask : next(context);
        };

    public void Dispose() => _registration?.Dispose();

    private void End()
    {
        _over = true;
        var here = "/" + navigation.ToBaseRelativePath(navigation.Uri);
        navigation.NavigateTo("/sign-in?ended=1&returnUrl=" + Uri.EscapeDataString(here), forceLoad: true);
    }
}
