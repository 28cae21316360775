using System.Security.Cryptography;

namespace Lectern.Transcripts;

/// <summary>Where a lecture's bytes come from: a file, or standard input.</summary>
public sealed record LectureSource
{
    private const int FingerprintBytes = 1 << 20;

    private LectureSource(string name, string? path)
    {
        Name = name;
        Path = path;
    }

    /// <summary>Gets the name to show: the file's, without its folder.</summary>
    public string Name { get; }

    /// <summary>Gets the path of the file; null for standard input.</summary>
    public string? Path { get; }

    /// <summary>Gets the name without its ending: what the lecture's own files are called.</summary>
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Name) is { Length: > 0 } stem ? stem : Name;

    /// <summary>Gets when the recording was last changed; for standard input when the program started to read.</summary>
    /// <remarks>
    /// This, not the moment of processing, is the time that exports carry: it is what a person remembers of a lecture, and the same recording
    /// always gives the same files.
    /// </remarks>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Reads a command-line argument.</summary>
    /// <param name="argument">A path, or "-" for standard input.</param>
    /// <param name="clock">The clock for what has no file time.</param>
    /// <exception cref="LectureException">There is no such file, it is a folder, or it may not be read.</exception>
    public static LectureSource Parse(string argument, TimeProvider clock)
    {
        if (string.Equals(argument, "-", StringComparison.Ordinal))
            return new LectureSource("lecture", path: null) { RecordedAt = clock.GetUtcNow() };
        if (Directory.Exists(argument))
            throw new LectureException($"'{argument}' is a folder. Name the recordings in it, for example '{System.IO.Path.Combine(argument, "*.mp3")}'.");
        if (!File.Exists(argument))
            throw new LectureException($"There is no file '{argument}'. Check the name and the folder.");
        try
        {
            using var readable = File.OpenRead(argument);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LectureException($"The file '{argument}' cannot be read: {error.Message}", error);
        }

        return new LectureSource(System.IO.Path.GetFileName(argument), argument)
        {
            RecordedAt = new DateTimeOffset(File.GetLastWriteTimeUtc(argument), TimeSpan.Zero),
        };
    }

    /// <summary>Computes what tells this recording from others: its length and a SHA-256 of its first and last megabyte.</summary>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>The fingerprint; null for standard input, which cannot be read twice.</returns>
    public async Task<string?> FingerprintAsync(CancellationToken cancellation)
    {
        if (Path is null)
            return null;
        await using var file = File.OpenRead(Path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[FingerprintBytes];
        hash.AppendData(buffer, 0, await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation));
        file.Seek(Math.Max(0, file.Length - FingerprintBytes), SeekOrigin.Begin);
        hash.AppendData(buffer, 0, await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation));
        return $"{file.Length}-{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
