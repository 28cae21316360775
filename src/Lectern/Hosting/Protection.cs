using System.Globalization;
using System.Threading.RateLimiting;
using Lectern.Ingest;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Lectern.Hosting;

/// <summary>What stands between the network and the features: hosts, origins, headers, workspaces, rates and problems.</summary>
internal static class Protection
{
    /// <summary>Name of the limit on how many uploads a workspace begins in a minute.</summary>
    internal const string UploadRate = "uploads";

    /// <summary>Name of the limit on how often a workspace changes marks in a minute.</summary>
    internal const string MarkRate = "marks";

    private const long MaxBodyBytes = 4L << 20;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Adds what <see cref="UseProtection"/> needs.</summary>
    internal static IServiceCollection AddProtection(this IServiceCollection services)
    {
        services.AddOwners().AddLinks();
        services.AddScoped<CspNonce>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "lectern-form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddProblemDetails().AddExceptionHandler<LectureExceptionProblem>();
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        services.AddOptions<HostFilteringOptions>().Configure<IOptions<LecternOptions>>((filter, options) => filter.AllowedHosts =
            ["localhost", "127.0.0.1", "[::1]", .. options.Value.AllowedHosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);
        services.AddRateLimiter(_ => { });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<LecternOptions>>(LimitRates);
        return services;
    }

    /// <summary>Puts the guards in the way of every request. Routing happens here.</summary>
    internal static void UseProtection(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseHsts();
        app.UseExceptionHandler();
        app.UseWhen(IsProgram, api => api.UseStatusCodePages());
        app.UseWhen(IsPage, pages => pages
            .UseExceptionHandler("/error", createScopeForErrors: true)
            .UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseMiddleware<TusGate>();
        app.UseMiddleware<SameOrigin>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<NewOwner>();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    // Pages have a page of their own for what goes wrong.
    private static bool IsProgram(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/files", StringComparison.Ordinal);

    private static bool IsPage(HttpContext context) =>
        !IsProgram(context) && HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static void LimitRates(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions limiter, IOptions<LecternOptions> options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(UploadRate, context => OfOwner(context, options.Value.MaxUploadsPerMinute));
        limiter.AddPolicy(MarkRate, context => OfOwner(context, options.Value.MaxMarkChangesPerMinute));
        limiter.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }

    private static RateLimitPartition<Guid?> OfOwner(HttpContext context, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(context.User.FindOwnerId(), _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window });
}
