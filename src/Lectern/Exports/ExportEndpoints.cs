using Lectern.Hosting;
using Lectern.Notes.Summary;
using Lectern.Recordings;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Lectern.Exports;

/// <summary>The addresses of a lecture's files.</summary>
internal static class ExportEndpoints
{
    /// <summary>Adds what they need.</summary>
    internal static IServiceCollection AddExports(this IServiceCollection services) => services.AddSingleton<ExportLecture>();

    /// <summary>Maps the addresses.</summary>
    internal static void MapExports(this IEndpointRouteBuilder routes) => routes.MapGet("/api/lectures/{id:guid}/exports/{name}", ExportAsync);

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportAsync(
        Guid id, string name, HttpContext context, ExportLecture export, string style = nameof(SummaryStyle.Standard), int audio = 0)
    {
        if (!Enum.TryParse<SummaryStyle>(style, ignoreCase: true, out var summary) || !Enum.IsDefined(summary))
            return TypedResults.Problem("The style of a summary is brief, standard or detailed.", statusCode: StatusCodes.Status400BadRequest);
        if (await export.RunAsync(context.User.OwnerId(), id, name, summary, withAudio: audio == 1, context.RequestAborted) is not { } download)
            return RecordingEndpoints.NotThere();
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(download.FileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "no-store";

        // The zip of the framework writes the end of each entry without waiting: a few bytes.
        context.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        var type = download.MediaType.StartsWith("text/", StringComparison.Ordinal) ? download.MediaType + "; charset=utf-8" : download.MediaType;
        return TypedResults.Stream(stream => download.WriteAsync(stream, context.RequestAborted), type);
    }
}
