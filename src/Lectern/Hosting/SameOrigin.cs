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
        if (OnlyReads(context.Request) || IsOurs(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // What is read with GET, a page of another origin does not get to see; a web socket it would.
    private static bool OnlyReads(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        && !request.Headers.ContainsKey("Sec-WebSocket-Key");

    private static bool IsOurs(HttpRequest request)
    {
        // Browsers send it where the address is https or this machine; elsewhere there is only the origin.
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
            return site.ToString() is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();

        // The scheme may be another behind a proxy.
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
