namespace Lectern.Inference.Audio;

/// <summary>Turns ffmpeg's exit code and last lines into a sentence for the person who chose the file.</summary>
internal static class FfmpegFailure
{
    private const string ReadableFormats = "WAV, MP3, M4A, AAC, WebM, OGG, Opus, FLAC, WMA, AIFF, MP4, MOV or MKV";

    // ffmpeg ends so when SIGXCPU or SIGTERM stops it; killed by signal 24 or 9 the code is 128 plus that.
    private static readonly int[] StoppedCodes = [255, 128 + 24, 128 + 9];

    /// <summary>Explains why nothing, or not everything, could be decoded.</summary>
    /// <param name="name">The recording's name.</param>
    /// <param name="exitCode">The program's exit code.</param>
    /// <param name="lines">Its last error lines.</param>
    /// <param name="decoded">How much sound came out before.</param>
    public static AudioException Explain(string name, int exitCode, IReadOnlyCollection<string> lines, TimeSpan decoded)
    {
        if (decoded == TimeSpan.Zero)
            return new AudioException($"“{name}” {Reason(exitCode, lines)}");
        var time = $"{(long)decoded.TotalHours}:{decoded:mm\\:ss}";
        return new AudioException($"“{name}” could be decoded only as far as {time}: from there on it {Reason(exitCode, lines)}");
    }

    /// <summary>Says that a file is empty.</summary>
    /// <param name="name">The recording's name.</param>
    public static AudioException Empty(string name) =>
        new($"“{name}” is empty: it holds no bytes at all. Copy it again from where it was recorded.");

    /// <summary>Says that a recording has no sound.</summary>
    /// <param name="name">The recording's name.</param>
    public static AudioException NoAudioTrack(string name) =>
        new($"“{name}” {NoTrack}");

    private const string NoTrack = "has no audio track. Choose a recording with sound.";

    private const string Damaged = "is damaged. Copy it again from where it was recorded, or play it and save it as WAV.";

    private static string Reason(int exitCode, IReadOnlyCollection<string> lines)
    {
        bool Says(string text) => lines.Any(line => line.Contains(text, StringComparison.OrdinalIgnoreCase));

        if (Says("Cannot allocate memory"))
            return "needs more memory than decoding may use. It may be damaged: copy it again or convert it to WAV, or raise the limit.";
        if (StoppedCodes.Contains(exitCode))
            return "was stopped by a limit of processor time or memory. It may be damaged: copy it again or convert it to WAV, or raise the limit.";
        if (exitCode > 128)
            return $"made ffmpeg crash (signal {exitCode - 128}). Convert it to WAV with another program and try again.";
        if (Says("moov atom not found") || Says("partial file"))
            return "is cut off: its index, which is written last, is missing. Copy it again once the recording is complete, or repair it with a tool for cut-off MP4 files.";
        if (Says("Format not on whitelist"))
            return $"is not a recording but another kind of file, such as a playlist. Choose the recording itself: {ReadableFormats}.";
        if (Says("does not contain any stream") || Says("matches no streams"))
            return NoTrack;
        if (Says("Unknown decoder") || lines.Any(line => line.StartsWith("Decoder (codec", StringComparison.Ordinal)) || UnlistedAudioCodec(lines))
            return $"uses an audio codec that Lectern does not decode. Convert it to one of {ReadableFormats}.";
        if (Says("Error reinitializing filters"))
            return $"has sound in a shape that cannot be mixed, such as more than {WaveHeader.MaxChannels} channels. Save the speaker's channel as a mono WAV.";
        if (Says("no 'data' tag found") || lines.Count == 0)
            return "holds no sound: it ends right after its header. Copy it again from where it was recorded.";
        if (Says("Invalid data found when processing input") && lines.Count == 1)
            return $"is not a recording that Lectern can read, or it is damaged from the start. Choose {ReadableFormats}.";
        return Damaged;
    }

    // The line names the codec in parentheses; those of video tracks are expected and mean nothing, so the decoder's absence must follow.
    private static bool UnlistedAudioCodec(IReadOnlyCollection<string> lines) =>
        lines.Any(line => line.Contains("not on whitelist", StringComparison.Ordinal))
        && lines.Any(line => line.Contains("Error while opening decoder", StringComparison.Ordinal));
}
