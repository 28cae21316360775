using System.Security.Cryptography;
using Lectern.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Lectern.Hosting;

/// <summary>The cookie that says which workspace a browser has: 128 random bits, sealed with keys of the data folder.</summary>
public static class OwnerCookie
{
    /// <summary>Name of the authentication scheme and of the cookie.</summary>
    public const string Scheme = "lectern";

    // No browser keeps a cookie longer.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    /// <summary>Adds the cookie; every address asks for it that does not say otherwise.</summary>
    public static IServiceCollection AddOwners(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(Scheme);
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<DataLayout, ILoggerFactory>((options, layout, loggers) => options.XmlRepository =
                new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(Directory.CreateDirectory(layout.Keys), loggers));
        services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            options.Cookie.Name = Scheme;
            options.Cookie.HttpOnly = true;
            options.Cookie.IsEssential = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Lifetime;
            options.SlidingExpiration = true;
            options.Events.OnRedirectToLogin = RefuseAsync(StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = RefuseAsync(StatusCodes.Status403Forbidden);
        });
        // The policy names no scheme: it asks the user of the request, who may have got the workspace a moment ago, not the request's cookie.
        services.AddAuthorizationBuilder().SetFallbackPolicy(
            new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireClaim(OwnerExtensions.OwnerClaim).Build());
        return services;
    }

    /// <summary>Gives the browser the cookie of a workspace; the rest of the request runs as that workspace.</summary>
    internal static async Task SignInAsync(HttpContext context, Guid ownerId)
    {
        context.User = ownerId.ToOwner();
        await context.SignInAsync(Scheme, context.User, new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>Returns the id of a workspace that nobody has.</summary>
    internal static Guid NewOwnerId() => new(RandomNumberGenerator.GetBytes(16));

    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> RefuseAsync(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
