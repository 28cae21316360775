using System.Net;
using System.Text.Json.Nodes;

namespace Lectern.Bench.Memory;

/// <summary>Pages that are open in a real Chromium.</summary>
internal sealed class OpenPages : IDisposable
{
    private readonly DebuggedChromium _chromium;

    private OpenPages(DebuggedChromium chromium) => _chromium = chromium;

    /// <summary>Starts Chromium with the cookie of a workspace.</summary>
    internal static async Task<OpenPages> StartAsync(Uri address, Cookie cookie, CancellationToken cancellation)
    {
        var chromium = await DebuggedChromium.StartAsync([], cancellation);
        await chromium.TellAsync(
            "Storage.setCookies",
            new JsonObject { ["cookies"] = new JsonArray(new JsonObject { ["name"] = cookie.Name, ["value"] = cookie.Value, ["url"] = address.ToString() }) },
            session: null,
            cancellation);
        return new OpenPages(chromium);
    }

    /// <summary>Opens a page.</summary>
    internal Task OpenAsync(Uri page, CancellationToken cancellation) =>
        _chromium.TellAsync("Target.createTarget", new JsonObject { ["url"] = page.ToString() }, session: null, cancellation);

    public void Dispose() => _chromium.Dispose();
}
