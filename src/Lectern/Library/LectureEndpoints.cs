using Lectern.Hosting;
using Lectern.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lectern.Library;

/// <summary>The addresses by which programs see the lectures of a workspace.</summary>
internal static class LectureEndpoints
{
    /// <summary>Maps the addresses.</summary>
    internal static void MapLectures(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/lectures", ListAsync);
        routes.MapGet("/api/lectures/{id:guid}", ProgressAsync);
    }

    private static async Task<Ok<IEnumerable<LectureJson>>> ListAsync(
        HttpContext context, ListLectures list, string? course = null, string? tag = null, int bin = 0)
    {
        context.Response.Headers.CacheControl = "no-store";
        var lectures = await list.RunAsync(context.User.OwnerId(), new LectureFilter { Course = course, Tag = tag, InBin = bin == 1 }, context.RequestAborted);
        return TypedResults.Ok(lectures.Select(LectureJson.Of));
    }

    private static async Task<Results<Ok<LectureProgressJson>, ProblemHttpResult>> ProgressAsync(Guid id, HttpContext context, FindLecture find, IGrainFactory sessions)
    {
        if (await find.RunAsync(context.User.OwnerId(), id, context.RequestAborted) is not { } lecture)
            return TypedResults.Problem("There is no such lecture.", statusCode: StatusCodes.Status404NotFound);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(LectureProgressJson.Of(lecture, await sessions.GetGrain<ILectureSession>(id).GetProgressAsync()));
    }
}
