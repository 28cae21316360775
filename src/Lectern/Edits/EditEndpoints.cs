using System.Security.Claims;
using Lectern.Hosting;
using Lectern.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lectern.Edits;

/// <summary>The address to which the pages' fields send what is typed: it needs no connection of the page, and works while a page closes.</summary>
internal static class EditEndpoints
{
    /// <summary>Adds what edits need.</summary>
    internal static IServiceCollection AddEdits(this IServiceCollection services) => services.AddSingleton<EditLecture>();

    /// <summary>Maps the address.</summary>
    internal static void MapEdits(this IEndpointRouteBuilder routes) => routes.MapPut("/api/lectures/{id:guid}/edits", EditAsync);

    private static async Task<Results<NoContent, NotFound>> EditAsync(
        Guid id, EditRequest request, ClaimsPrincipal user, EditLecture edit, CancellationToken cancellation) =>
        await edit.RunAsync(user.OwnerId(), id, new LectureEdit(request.Target, request.Item, request.Text), cancellation)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
