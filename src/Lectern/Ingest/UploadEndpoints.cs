using System.Globalization;
using Lectern.Data;
using Lectern.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Lectern.Ingest;

/// <summary>The addresses of uploads, by tus 1.0.0. An upload's id is its lecture's.</summary>
internal static class UploadEndpoints
{
    /// <summary>Adds what uploads need.</summary>
    internal static IServiceCollection AddUploads(this IServiceCollection services) => services
        .AddSingleton<UploadTurns>()
        .AddSingleton<DiskSpace>()
        .AddSingleton<FindUpload>()
        .AddSingleton<FindOffset>()
        .AddSingleton<BeginUpload>()
        .AddSingleton<AppendUpload>()
        .AddSingleton<EndUpload>();

    /// <summary>Maps the addresses.</summary>
    internal static void MapUploads(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(TusProtocol.Path, [HttpMethods.Options], Describe).AllowAnonymous();
        routes.MapPost(TusProtocol.Path, BeginAsync).RequireRateLimiting(Protection.UploadRate);
        var upload = routes.MapGroup(TusProtocol.Path + "/{id:guid}");
        upload.MapMethods("", [HttpMethods.Options], Describe).AllowAnonymous();
        upload.MapMethods("", [HttpMethods.Head], OffsetAsync);
        upload.MapMethods("", [HttpMethods.Patch], AppendAsync);
        upload.MapMethods("", [HttpMethods.Delete], EndAsync);
    }

    private static NoContent Describe(HttpResponse response, IOptions<LecternOptions> options)
    {
        response.Headers[TusProtocol.VersionHeader] = TusProtocol.Version;
        response.Headers[TusProtocol.ExtensionHeader] = TusProtocol.Extensions;
        response.Headers[TusProtocol.ChecksumAlgorithms] = UploadChecksum.Names;
        response.Headers[TusProtocol.MaxSize] = Text(options.Value.MaxUploadBytes);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> BeginAsync(HttpContext context, BeginUpload begin, AppendUpload append, IOptions<LecternOptions> options, TimeProvider clock)
    {
        if (UploadHeaders.ReadNew(context.Request, out var lecture, out var part) is { } wrong)
            return Refused(wrong);
        var (id, refusal) = await begin.RunAsync(lecture! with { OwnerId = context.User.OwnerId() }, context.RequestAborted);
        if (id is not { } lectureId)
            return Refused(refusal!);
        var address = $"{TusProtocol.Path}/{lectureId:D}";
        context.Response.Headers.Location = address;
        if (lecture!.UploadLength != 0)
            context.Response.Headers[TusProtocol.Expires] = Date(clock.GetUtcNow() + options.Value.UploadLifetime);
        if (part is not null)
        {
            var progress = await append.RunAsync(context.User.OwnerId(), lectureId, part, context.Request.BodyReader, context.RequestAborted);
            context.Response.Headers[TusProtocol.Offset] = Text(progress.Offset);

            // The upload is there, and the client goes on with it; only a wrong checksum must not go unnoticed.
            if (progress.Refusal is { Status: TusProtocol.ChecksumMismatch } mismatch)
                return Refused(mismatch);
        }

        return TypedResults.Created(address);
    }

    private static async Task<IResult> OffsetAsync(Guid id, HttpContext context, FindOffset find)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        var (upload, progress) = await find.RunAsync(context.User.OwnerId(), id, context.RequestAborted);
        if (progress.Refusal is { } refusal)
            return TypedResults.StatusCode(refusal.Status);
        headers[TusProtocol.Offset] = Text(progress.Offset);
        if (upload!.UploadLength is { } length)
            headers[TusProtocol.Length] = Text(length);
        else
            headers[TusProtocol.DeferLength] = "1";
        if (upload.UploadMetadata.Length > 0)
            headers[TusProtocol.Metadata] = upload.UploadMetadata;
        SayExpiry(headers, upload);
        return TypedResults.Ok();
    }

    private static async Task<IResult> AppendAsync(Guid id, HttpContext context, FindUpload find, AppendUpload append)
    {
        // Who may not know of the upload is told nothing else about the request.
        var (upload, unknown) = await find.RunAsync(context.User.OwnerId(), id, context.RequestAborted);
        if (unknown is not null)
            return Refused(unknown);
        if (UploadHeaders.ReadPart(context.Request, out var part) is { } wrong)
            return Refused(wrong);
        var progress = await append.RunAsync(context.User.OwnerId(), id, part!, context.Request.BodyReader, context.RequestAborted);
        if (progress.Refusal is { } refusal)
            return Refused(refusal);
        context.Response.Headers[TusProtocol.Offset] = Text(progress.Offset);
        SayExpiry(context.Response.Headers, upload!);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> EndAsync(Guid id, HttpContext context, EndUpload end) =>
        await end.RunAsync(context.User.OwnerId(), id, context.RequestAborted) is { } refusal ? Refused(refusal) : TypedResults.NoContent();

    private static void SayExpiry(IHeaderDictionary headers, LectureRow upload)
    {
        if (upload.UploadExpiresAt is { } expires)
            headers[TusProtocol.Expires] = Date(expires);
    }

    private static UploadRefused Refused(UploadRefusal refusal) => new(refusal);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Date(DateTimeOffset instant) => instant.ToString("R", CultureInfo.InvariantCulture);
}
