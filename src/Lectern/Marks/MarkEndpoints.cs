using Lectern.Data;
using Lectern.Hosting;
using Lectern.Ingest;
using Lectern.Library;
using Lectern.Recordings;
using Lectern.Sessions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Lectern.Marks;

/// <summary>The addresses of a lecture's marks and their photos.</summary>
internal static class MarkEndpoints
{
    /// <summary>Adds what they need.</summary>
    internal static IServiceCollection AddMarks(this IServiceCollection services) =>
        services.AddSingleton<ListMarks>().AddSingleton<FindMark>().AddSingleton<ReceivePhoto>();

    /// <summary>Maps the addresses.</summary>
    internal static void MapMarks(this IEndpointRouteBuilder routes)
    {
        var marks = routes.MapGroup("/api/lectures/{id:guid}/marks").AddEndpointFilter(OnlyOwnAsync);
        marks.MapGet("", ListAsync);
        marks.MapPost("", AddAsync).RequireRateLimiting(Protection.MarkRate);
        marks.MapPut("/{markId:guid}", ChangeAsync).RequireRateLimiting(Protection.MarkRate);
        marks.MapDelete("/{markId:guid}", RemoveAsync).RequireRateLimiting(Protection.MarkRate);
        marks.MapPut("/{markId:guid}/photo", ReceiveAsync).RequireRateLimiting(Protection.MarkRate);
        marks.MapMethods("/{markId:guid}/photo", [HttpMethods.Get, HttpMethods.Head], ShowAsync);
    }

    /// <summary>Says that there is no such mark.</summary>
    internal static UploadRefusal NoMark() => new(StatusCodes.Status404NotFound, "There is no such mark. It may have been deleted meanwhile.");

    // Before all else, so that another's lecture and none answer alike.
    private static async ValueTask<object?> OnlyOwnAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        var id = Guid.Parse(context.GetRouteValue("id")!.ToString()!);
        context.Response.Headers.CacheControl = "no-store";
        return await context.RequestServices.GetRequiredService<FindLecture>().RunAsync(context.User.OwnerId(), id, context.RequestAborted) is null
            ? RecordingEndpoints.NotThere()
            : await next(call);
    }

    private static async Task<IResult> ListAsync(Guid id, HttpContext context, ListMarks list)
    {
        var marks = await list.RunAsync(id, context.RequestAborted);
        return TypedResults.Ok(marks.Select(MarkJson.Of));
    }

    private static async Task<IResult> AddAsync(Guid id, MarkRequest request, HttpContext context, FindMark find, IGrainFactory sessions, IOptions<LecternOptions> options)
    {
        if (MarkRules.Read(request, options.Value.MaxDuration, out var mark) is { } wrong)
            return Wrong(wrong);
        var isNew = await sessions.GetGrain<ILectureSession>(id).AddMarkAsync(mark!);
        if (await find.RunAsync(id, mark!.Id, context.RequestAborted) is not { } row)
            return new UploadRefused(NoMark());
        return isNew ? TypedResults.Created($"/api/lectures/{id:D}/marks/{row.Id:D}", MarkJson.Of(row)) : TypedResults.Ok(MarkJson.Of(row));
    }

    private static async Task<IResult> ChangeAsync(Guid id, Guid markId, MarkRequest request, HttpContext context, FindMark find, IGrainFactory sessions)
    {
        if (MarkRules.Read(request.Kind, request.Text, out var kind, out var text) is { } wrong)
            return Wrong(wrong);
        return await sessions.GetGrain<ILectureSession>(id).ChangeMarkAsync(markId, kind, text) && await find.RunAsync(id, markId, context.RequestAborted) is { } row
            ? TypedResults.Ok(MarkJson.Of(row))
            : new UploadRefused(NoMark());
    }

    private static async Task<IResult> RemoveAsync(Guid id, Guid markId, IGrainFactory sessions) =>
        await sessions.GetGrain<ILectureSession>(id).RemoveMarkAsync(markId) ? TypedResults.NoContent() : new UploadRefused(NoMark());

    private static async Task<IResult> ReceiveAsync(Guid id, Guid markId, HttpContext context, FindMark find, ReceivePhoto receive)
    {
        if (await find.RunAsync(id, markId, context.RequestAborted) is null)
            return new UploadRefused(NoMark());

        // The photo has a limit of its own, which its receiver keeps and explains.
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        return await receive.RunAsync(id, markId, context.Request.ContentLength, context.Request.Body, context.RequestAborted) is { } refusal
            ? new UploadRefused(refusal)
            : TypedResults.NoContent();
    }

    private static async Task<IResult> ShowAsync(Guid id, Guid markId, HttpContext context, FindMark find, AudioFolder audio)
    {
        if (await find.RunAsync(id, markId, context.RequestAborted) is not { Photo: { } photo } || !File.Exists(audio.PhotoOf(id, markId, photo)))
            return new UploadRefused(NoMark() with { Sentence = "There is no such photo." });
        var file = new FileStream(audio.PhotoOf(id, markId, photo), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1, useAsync: true);
        var head = new byte[PhotoType.HeadBytes];
        var count = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, context.RequestAborted);
        file.Position = 0;
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-cache";

        // Opened as a page of its own it is nothing but a picture, whatever its bytes are.
        headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox";
        return TypedResults.File(file, PhotoType.Of(head.AsSpan(0, count)) ?? RecordingType.Unknown, entityTag: new EntityTagHeaderValue($"\"{photo}\""));
    }

    private static ProblemHttpResult Wrong(string sentence) => TypedResults.Problem(sentence, statusCode: StatusCodes.Status400BadRequest);
}
