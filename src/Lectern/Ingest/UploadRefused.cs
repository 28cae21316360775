using System.Globalization;

namespace Lectern.Ingest;

/// <summary>Answers a request that is refused, as problem details.</summary>
/// <param name="refusal">Why it is.</param>
internal sealed class UploadRefused(UploadRefusal refusal) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        // Where the connection is lost there is nobody to answer.
        if (httpContext.RequestAborted.IsCancellationRequested)
            return Task.CompletedTask;
        if (refusal.RetryAfter is { } wait)
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(refusal.Sentence, statusCode: refusal.Status).ExecuteAsync(httpContext);
    }
}
