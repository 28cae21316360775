using Lectern.Components.Layout;

namespace Lectern.Components;

/// <summary>The web pages: Blazor components that are drawn at the server and kept in step over one connection a page.</summary>
public static class PagesFeature
{
    /// <summary>Registers what the pages need.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddScoped<Toasts>();
        return services;
    }

    /// <summary>Maps the pages and the files that they load.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
