namespace Lectern.Inference.Audio;

/// <summary>Where ffmpeg is and how much it may use for one recording. Shared by <see cref="AudioDecoder"/> and <see cref="AudioProbe"/>.</summary>
/// <exception cref="ArgumentException">A path is empty or a limit is out of its range; the message names the option. Thrown as the value is set.</exception>
public sealed record AudioDecoderOptions
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>The ffmpeg program: a path, or a name that is looked up on PATH. Default <c>ffmpeg</c>. Version 5.1 is what the tests run.</summary>
    public string FfmpegPath { get; init => field = NotEmpty(value, nameof(FfmpegPath)); } = "ffmpeg";

    /// <summary>The ffprobe program: a path, or a name that is looked up on PATH. Default <c>ffprobe</c>.</summary>
    public string FfprobePath { get; init => field = NotEmpty(value, nameof(FfprobePath)); } = "ffprobe";

    /// <summary>Longest recording that is decoded; a longer one yields this much and then fails. More than zero, at most 1000 hours; default 24 hours.</summary>
    public TimeSpan MaxDuration
    {
        get;
        init => field = Within(value, TimeSpan.FromTicks(1), TimeSpan.FromHours(1000), nameof(MaxDuration));
    }
    = TimeSpan.FromHours(24);

    /// <summary>
    /// Most memory that ffmpeg may allocate, in bytes; default 1 GiB, about twenty times what an ordinary file needs. At least 64 MiB.
    /// Held by the kernel where the program <c>prlimit</c> is there (any Linux with util-linux); elsewhere it bounds each single allocation only.
    /// </summary>
    public long MaxMemoryBytes { get; init => field = Within(value, 64L << 20, long.MaxValue, nameof(MaxMemoryBytes)); } = 1L << 30;

    /// <summary>
    /// Most processor time that ffmpeg may use for one recording. One second to 1000 hours; default one hour, enough for some hundred hours of sound.
    /// Held where <c>prlimit</c> is there.
    /// </summary>
    public TimeSpan MaxProcessorTime
    {
        get;
        init => field = Within(value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1000), nameof(MaxProcessorTime));
    }
    = TimeSpan.FromHours(1);

    /// <summary>
    /// How long ffmpeg may be silent although it has input to work on; then it is stopped. More than zero, at most 24 days; default two minutes.
    /// Waiting for a stream's next bytes, as in a live recording that pauses, does not count, nor does a reader that takes its time.
    /// </summary>
    public TimeSpan StallTimeout
    {
        get;
        init => field = Within(value, TimeSpan.FromTicks(1), LongestTimer, nameof(StallTimeout));
    }
    = TimeSpan.FromMinutes(2);

    /// <summary>Folder for the private copy of a streamed MP4 whose index comes last; default the system's temporary folder.</summary>
    public string TemporaryFolder { get; init => field = NotEmpty(value, nameof(TemporaryFolder)); } = Path.GetTempPath();

    /// <summary>Largest such copy, in bytes. More than zero; default 16 GiB.</summary>
    public long MaxTemporaryBytes { get; init => field = Within(value, 1, long.MaxValue, nameof(MaxTemporaryBytes)); } = 16L << 30;

    private static string NotEmpty(string value, string option) =>
        string.IsNullOrWhiteSpace(value) ? throw new ArgumentException($"{option} must not be empty.", nameof(value)) : value;

    private static T Within<T>(T value, T least, T most, string option)
        where T : IComparable<T> =>
        value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? throw new ArgumentOutOfRangeException(nameof(value), value, $"{option} must be between {least} and {most}.")
            : value;
}
