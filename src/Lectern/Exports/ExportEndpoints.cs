using Lectern.Hosting;
using Lectern.Notes.Summary;
using Lectern.Recordings;
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
        Guid id, string name, HttpContext context, ExportLecture export, SummaryStyle style = SummaryStyle.Standard, int audio = 0)
    {
        if (await export.RunAsync(context.User.OwnerId(), id, name, style, withAudio: audio == 1, context.RequestAborted) is not { } download)
            return RecordingEndpoints.NotThere();
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(download.FileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "no-store";
        var type = download.MediaType.StartsWith("text/", StringComparison.Ordinal) ? download.MediaType + "; charset=utf-8" : download.MediaType;
        return TypedResults.Stream(stream => download.WriteAsync(stream, context.RequestAborted), type);
    }
}
