using Microsoft.AspNetCore.Components.Endpoints;

namespace Lectern.Hosting;

/// <summary>Gives a browser that opens a page for the first time a workspace of its own.</summary>
/// <remarks>Nothing is stored for it: a workspace is there when its first lecture is. Programs get none, but are told that they lack a cookie.</remarks>
/// <param name="next">The rest of the way.</param>
internal sealed class NewOwner(RequestDelegate next)
{
    /// <summary>Handles a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.User.FindOwnerId() is null && IsPage(context))
            await OwnerCookie.SignInAsync(context, OwnerCookie.NewOwnerId());
        await next(context);
    }

    // An address that is nothing ends at the page that says so.
    private static bool IsPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))
        && (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null);
}
