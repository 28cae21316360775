using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Lectern.Ingest;

/// <summary>Does for every request of an upload what tus asks before it is known which one it is.</summary>
/// <remarks>Stands before routing, since a request may carry another method than its own.</remarks>
/// <param name="next">The rest of the way.</param>
internal sealed class TusGate(RequestDelegate next)
{
    // A phone on a train may be silent for long; one that stays silent only holds a connection.
    private static readonly MinDataRate SlowestBody = new(bytesPerSecond: 16, gracePeriod: TimeSpan.FromSeconds(60));

    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(TusProtocol.Path, StringComparison.Ordinal))
            return next(context);

        // Set late: what handles errors clears the headers.
        context.Response.OnStarting(static state =>
        {
            ((HttpResponse)state).Headers[TusProtocol.Resumable] = TusProtocol.Version;
            return Task.CompletedTask;
        }, context.Response);
        OverrideMethod(context.Request);
        if (HttpMethods.IsOptions(context.Request.Method))
            return next(context);
        if (!string.Equals(context.Request.Headers[TusProtocol.Resumable], TusProtocol.Version, StringComparison.Ordinal))
        {
            context.Response.Headers[TusProtocol.VersionHeader] = TusProtocol.Version;
            context.Response.StatusCode = StatusCodes.Status412PreconditionFailed;
            return Task.CompletedTask;
        }

        LiftBodyLimits(context);
        return next(context);
    }

    private static void OverrideMethod(HttpRequest request)
    {
        if (HttpMethods.IsPost(request.Method) && request.Headers[TusProtocol.MethodOverride].ToString() is { Length: > 0 } method)
            request.Method = method.ToUpperInvariant();
    }

    // Uploads have limits of their own, which are checked before the body is read.
    private static void LiftBodyLimits(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        // Of HTTP/2 there is one rate for the whole connection.
        if (HttpProtocol.IsHttp11(context.Request.Protocol) && context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = SlowestBody;
    }
}
