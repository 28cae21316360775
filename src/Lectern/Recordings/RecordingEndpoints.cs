using Lectern.Hosting;
using Lectern.Library;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Lectern.Recordings;

/// <summary>The addresses of a lecture's audio and its waveform.</summary>
internal static class RecordingEndpoints
{
    /// <summary>Adds what they need.</summary>
    internal static IServiceCollection AddRecordings(this IServiceCollection services) => services.AddSingleton<ReadWaveform>().AddSingleton<OpenRecording>();

    /// <summary>Maps the addresses.</summary>
    internal static void MapRecordings(this IEndpointRouteBuilder routes)
    {
        var lecture = routes.MapGroup("/api/lectures/{id:guid}");
        lecture.MapMethods("/audio", [HttpMethods.Get, HttpMethods.Head], PlayAsync);
        lecture.MapGet("/waveform", WaveformAsync);
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> PlayAsync(
        Guid id, HttpContext context, FindLecture find, OpenRecording open, int download = 0)
    {
        if (await find.RunAsync(context.User.OwnerId(), id, context.RequestAborted) is not { } lecture)
            return NotThere();
        var bytes = await open.RunAsync(id, context.RequestAborted);
        try
        {
            var head = new byte[RecordingType.HeadBytes];
            var count = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, context.RequestAborted);
            bytes.Position = 0;
            var disposition = new ContentDispositionHeaderValue(download == 1 ? "attachment" : "inline");
            disposition.SetHttpFileName(lecture.FileName);
            context.Response.Headers.ContentDisposition = disposition.ToString();
            context.Response.Headers.CacheControl = "private, no-cache";

            // Opened as a page of its own it is nothing but sound, whatever its bytes are.
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; media-src 'self'; sandbox";

            // A recording only grows: what is as long is the same.
            return TypedResults.File(bytes, RecordingType.Of(head.AsSpan(0, count)), enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{bytes.Length}-{id:N}\""));
        }
        catch
        {
            await bytes.DisposeAsync();
            throw;
        }
    }

    private static async Task<Results<Ok<Waveform>, ProblemHttpResult>> WaveformAsync(Guid id, HttpContext context, FindLecture find, ReadWaveform read)
    {
        if (await find.RunAsync(context.User.OwnerId(), id, context.RequestAborted) is null)
            return NotThere();
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await read.RunAsync(id, context.RequestAborted));
    }

    /// <summary>Says that there is no such lecture; another's is none.</summary>
    internal static ProblemHttpResult NotThere() => TypedResults.Problem("There is no such lecture.", statusCode: StatusCodes.Status404NotFound);
}
