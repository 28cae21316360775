using Microsoft.AspNetCore.Antiforgery;

namespace Lectern.Hosting;

/// <summary>The address behind the button on the page of a personal link.</summary>
internal static class LinkEndpoints
{
    /// <summary>Adds what personal links need.</summary>
    internal static IServiceCollection AddLinks(this IServiceCollection services) =>
        services.AddSingleton<MakeLink>().AddSingleton<FollowLink>();

    /// <summary>Maps the address. The page itself has the same, for GET.</summary>
    internal static void MapLinks(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/link/{token}", FollowAsync).WithOrder(-1).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute(required: true));

    private static async Task<IResult> FollowAsync(string token, HttpContext context, FollowLink follow)
    {
        // Checked on the way here, since the address asks for it.
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
            return TypedResults.Problem("The form is no longer valid. Open the link again.", statusCode: StatusCodes.Status400BadRequest);
        if (await follow.RunAsync(token, context.RequestAborted) is not { } ownerId)
            return TypedResults.Redirect("/workspace?link=spent");
        await OwnerCookie.SignInAsync(context, ownerId);
        return TypedResults.Redirect("/");
    }
}
