using System.Security.Cryptography;

namespace Lectern.Ingest;

/// <summary>What the bytes of a request must be (tus, <c>Upload-Checksum</c>).</summary>
/// <param name="Algorithm">How they are summed up.</param>
/// <param name="Digest">What must come out.</param>
public sealed record UploadChecksum(HashAlgorithmName Algorithm, ReadOnlyMemory<byte> Digest)
{
    /// <summary>The names of the algorithms as tus writes them.</summary>
    internal const string Names = "sha1,sha256";

    /// <summary>Reads the header: an algorithm, a space, Base64.</summary>
    /// <param name="header">The header's value.</param>
    /// <returns>Null for an unknown algorithm and what is no digest of it.</returns>
    public static UploadChecksum? TryParse(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var parts = header.Split(' ');
        if (parts.Length != 2)
            return null;
        var digest = new byte[parts[1].Length];
        if (!Convert.TryFromBase64String(parts[1], digest, out var length))
            return null;
        return (parts[0], length) switch
        {
            ("sha1", SHA1.HashSizeInBytes) => new UploadChecksum(HashAlgorithmName.SHA1, digest.AsMemory(0, length)),
            ("sha256", SHA256.HashSizeInBytes) => new UploadChecksum(HashAlgorithmName.SHA256, digest.AsMemory(0, length)),
            _ => null,
        };
    }
}
