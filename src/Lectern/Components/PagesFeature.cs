using Lectern.Components.Layout;

namespace Lectern.Components;

/// <summary>The web pages: Blazor components that are drawn at the server and kept in step over one connection a page.</summary>
public static class PagesFeature
{
    /// <summary>Registers what the pages need.</summary>
    public static void AddPages(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // Run from its build folder, the program finds the pages' files through the build's list; published, beside itself.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddScoped<Toasts>();
    }

    /// <summary>Maps the pages and the files that they load.</summary>
    public static void MapPages(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapStaticAssets().AllowAnonymous();
        // The guards send that header with every answer, not with pages alone.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
