using System.Globalization;
using Lectern.Data;
using Lectern.Hosting;
using Lectern.Library;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Captions;

/// <summary>The address at which a browser listens to the captions of a lecture that is being recorded.</summary>
internal static class CaptionEndpoints
{
    /// <summary>Maps the address.</summary>
    internal static void MapCaptions(this IEndpointRouteBuilder routes) => routes.MapGet("/api/lectures/{id:guid}/captions", ListenAsync);

    private static async Task<Results<ServerSentEventsResult<string>, ProblemHttpResult>> ListenAsync(
        Guid id, HttpContext context, FindLecture find, IDbContextFactory<LecternDb> databases, IGrainFactory grains, TimeProvider clock)
    {
        if (await find.RunAsync(context.User.OwnerId(), id, context.RequestAborted) is null)
            return TypedResults.Problem("There is no such lecture.", statusCode: StatusCodes.Status404NotFound);
        var stream = new CaptionStream(databases, grains, clock, id);
        return TypedResults.ServerSentEvents(stream.ReadAsync(Known(context.Request), context.RequestAborted));
    }

    /// <summary>Returns how many segments a listener has that comes back; 0 for one that is new, or that says something else.</summary>
    private static int Known(HttpRequest request) =>
        int.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;
}
