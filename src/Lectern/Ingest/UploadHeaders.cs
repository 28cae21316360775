using System.Globalization;
using Lectern.Sessions;

namespace Lectern.Ingest;

/// <summary>Reads the headers of uploads, strictly.</summary>
internal static class UploadHeaders
{
    /// <summary>Reads the request that begins an upload.</summary>
    /// <param name="request">The request.</param>
    /// <param name="lecture">What is about to come, for nobody yet.</param>
    /// <param name="part">The first bytes, where the request brings them.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    internal static UploadRefusal? ReadNew(HttpRequest request, out NewLecture? lecture, out UploadPart? part)
    {
        (lecture, part) = (null, null);
        var hasLength = request.Headers.ContainsKey(TusProtocol.Length);
        var length = Number(request, TusProtocol.Length);
        var isDeferred = request.Headers[TusProtocol.DeferLength] == "1";
        if (hasLength == request.Headers.ContainsKey(TusProtocol.DeferLength) || (hasLength ? length is null : !isDeferred))
            return Wrong($"Either {TusProtocol.Length} must say how many bytes will come, or {TusProtocol.DeferLength} must be 1.");
        var header = request.Headers[TusProtocol.Metadata].ToString();
        if (UploadMetadata.TryParse(header) is not { } metadata)
            return Wrong($"{TusProtocol.Metadata} must be pairs of a key and Base64, no key twice, {UploadMetadata.MaxLength} characters at most.");
        if (ReadFirstPart(request, out part) is { } wrong)
            return wrong;
        if (part?.Bytes > length)
            return new UploadRefusal(StatusCodes.Status413PayloadTooLarge, $"The request brings more bytes than {TusProtocol.Length} says.");
        lecture = new NewLecture(Guid.Empty, HarmlessName.Of(metadata["filename"] ?? metadata["name"]), length, header);
        return null;
    }

    /// <summary>Reads the request that adds bytes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="part">What it says of the bytes.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    internal static UploadRefusal? ReadPart(HttpRequest request, out UploadPart? part)
    {
        part = null;
        if (!HasBodyType(request))
            return new UploadRefusal(StatusCodes.Status415UnsupportedMediaType, $"The bytes of an upload have the type {TusProtocol.BodyType}.");
        if (Number(request, TusProtocol.Offset) is not { } offset)
            return Wrong($"{TusProtocol.Offset} must say where the bytes belong.");
        var length = Number(request, TusProtocol.Length);
        if (length is null && request.Headers.ContainsKey(TusProtocol.Length))
            return Wrong($"{TusProtocol.Length} must be a number of bytes.");
        if (ReadChecksum(request, out var checksum) is { } wrong)
            return wrong;
        part = new UploadPart(offset, request.ContentLength) { UploadLength = length, Checksum = checksum };
        return null;
    }

    private static UploadRefusal? ReadFirstPart(HttpRequest request, out UploadPart? part)
    {
        part = null;
        var isEmpty = request.ContentLength is 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding"));
        if (isEmpty)
            return null;
        if (!HasBodyType(request))
            return new UploadRefusal(StatusCodes.Status415UnsupportedMediaType, $"The bytes of an upload have the type {TusProtocol.BodyType}.");
        if (ReadChecksum(request, out var checksum) is { } wrong)
            return wrong;
        part = new UploadPart(0, request.ContentLength) { Checksum = checksum };
        return null;
    }

    private static UploadRefusal? ReadChecksum(HttpRequest request, out UploadChecksum? checksum)
    {
        checksum = null;
        if (!request.Headers.TryGetValue(TusProtocol.Checksum, out var header))
            return null;
        checksum = UploadChecksum.TryParse(header.ToString());
        return checksum is null ? Wrong($"{TusProtocol.Checksum} must be one of {UploadChecksum.Names}, a space and the digest in Base64.") : null;
    }

    private static bool HasBodyType(HttpRequest request) =>
        string.Equals(request.ContentType, TusProtocol.BodyType, StringComparison.OrdinalIgnoreCase);

    private static long? Number(HttpRequest request, string header) =>
        long.TryParse(request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static UploadRefusal Wrong(string sentence) => new(StatusCodes.Status400BadRequest, sentence);
}
