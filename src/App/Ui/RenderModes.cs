using Microsoft.AspNetCore.Components.Web;

namespace HaiZhengTong.App.Ui;

/// <summary>How a page lives. A page with neither is static: it costs nothing once it is sent.</summary>
internal static class RenderModes
{
    /// <summary>Live, drawn once its circuit stands: nothing is loaded twice. The frame shows quiet rows until then.</summary>
    public static readonly InteractiveServerRenderMode Live = new(prerender: false);

    /// <summary>Live, and drawn on the server first: for pages whose first picture must not wait.</summary>
    public static readonly InteractiveServerRenderMode LivePrerendered = new(prerender: true);
}
