namespace Lectern.Hosting;

/// <summary>Refuses requests that a page of another origin makes with the user's cookie.</summary>
/// <remarks>
/// Same-site cookies do not help on one's own machine: "localhost:3000" is the same site as "localhost:5080". Browsers say where a request
/// comes from; a program that says nothing has no cookie that is not its own.
/// </remarks>
/// <param name="next">The rest of the way.</param>
internal sealed class SameOrigin(RequestDelegate next)
{
    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (!ChangesSomething(context.Request) || IsOurs(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool ChangesSomething(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        || request.Headers.ContainsKey("Sec-WebSocket-Key") || request.HttpContext.WebSockets.IsWebSocketRequest;

    private static bool IsOurs(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        // What is sent over the Web's plain http carries no such header, nor do requests for web sockets everywhere.
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
            return site.ToString() is "same-origin" or "none";
        // The scheme may be another behind a proxy.
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
