using System.Security.Cryptography;

namespace Lectern.Inference.Catalog;

/// <summary>Computes the hashes by which files are checked.</summary>
internal static class FileHash
{
    /// <summary>What npm writes before the base64 of a SHA-512.</summary>
    internal const string IntegrityPrefix = "sha512-";

    private const int BufferBytes = 1 << 18;

    /// <summary>Computes the SHA-256 of a file as small hexadecimal digits.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="onBytes">Told the number of bytes read so far.</param>
    /// <param name="cancellationToken">Stops between two blocks.</param>
    internal static async Task<string> Sha256Async(string file, Action<long> onBytes, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await ComputeAsync(file, HashAlgorithmName.SHA256, onBytes, cancellationToken));

    /// <summary>Computes the SHA-512 of a file as npm writes it.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="onBytes">Told the number of bytes read so far.</param>
    /// <param name="cancellationToken">Stops between two blocks.</param>
    internal static async Task<string> IntegrityAsync(string file, Action<long> onBytes, CancellationToken cancellationToken) =>
        IntegrityPrefix + Convert.ToBase64String(await ComputeAsync(file, HashAlgorithmName.SHA512, onBytes, cancellationToken));

    private static async Task<byte[]> ComputeAsync(string file, HashAlgorithmName algorithm, Action<long> onBytes, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(algorithm);
        var buffer = new byte[BufferBytes];
        for (long total = 0; await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count;)
        {
            hash.AppendData(buffer, 0, count);
            onBytes(total += count);
        }

        return hash.GetHashAndReset();
    }
}
