namespace Lectern.Hosting;

/// <summary>Tells browsers, with every answer, to run and load nothing but what is ours.</summary>
/// <param name="next">The rest of the way.</param>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext context, CspNonce nonce)
    {
        // Set first, for answers that begin at once, and again late: what handles errors clears the headers.
        Set(context.Response.Headers, nonce);
        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers.ContentSecurityPolicy.Count == 0)
                Set(context.Response.Headers, nonce);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Set(IHeaderDictionary headers, CspNonce nonce)
    {
        headers.ContentSecurityPolicy = PolicyFor(nonce);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Not "no-referrer", with which browsers hide the origin of our own forms too.
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), display-capture=(self), geolocation=(), microphone=(self), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private static string PolicyFor(CspNonce nonce) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        $"style-src 'self' 'nonce-{nonce.Value}'",
        "img-src 'self' data:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'self'");
}
