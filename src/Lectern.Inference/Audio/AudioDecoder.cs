using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lectern.Inference.Audio;

/// <summary>Decodes recordings of any usual kind to mono PCM at 16 kHz, by an ffmpeg in a process of its own.</summary>
/// <remarks>
/// <para>
/// Memory stays flat however long the recording is: the sound leaves in chunks of a second, and a reader that takes its time slows ffmpeg
/// and with it the source down. The container is told by its content; the name serves messages only. A sample's offset is its time in
/// the recording as a player shows it: gaps in the timestamps come out as silence.
/// </para>
/// <para>
/// The file is not trusted: ffmpeg may open nothing but it, decodes nothing but sound, and is limited in memory, processor time and output.
/// It is killed when the enumeration is cancelled, left early or fails. Thread-safe: each call has its own process.
/// </para>
/// </remarks>
public sealed class AudioDecoder
{
    private const int ChunkSamples = SampleClock.Rate;

    private readonly AudioDecoderOptions _options;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a decoder.</summary>
    /// <param name="options">Where ffmpeg is, and limits; null for the defaults.</param>
    /// <param name="timeProvider">Clock of the stall timeout; null for the system's.</param>
    public AudioDecoder(AudioDecoderOptions? options = null, TimeProvider? timeProvider = null)
    {
        _options = options ?? new AudioDecoderOptions();
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Decodes a recording while its bytes arrive.</summary>
    /// <param name="bytes">
    /// The recording from its first byte; may be still growing, need not be seekable, and must heed the cancellation of a read. It is read by this call only, and not disposed.
    /// </param>
    /// <param name="name">What to call the recording in messages.</param>
    /// <param name="cancellationToken">Kills ffmpeg at once.</param>
    /// <returns>The sound, contiguous from sample 0, in chunks of one second; the last may be shorter. There is at least one.</returns>
    /// <exception cref="AudioException">
    /// ffmpeg is missing, or the recording cannot be decoded. What could be decoded before the defect has been yielded; a recording that
    /// is merely cut off or damaged in places yields what there is and does not fail.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <remarks>
    /// An MP4 or MOV whose index comes last cannot be decoded before its last byte: it is copied to a private temporary file first.
    /// What <paramref name="bytes"/> throws is thrown after the sound of the bytes before.
    /// </remarks>
    public async IAsyncEnumerable<PcmChunk> DecodeAsync(
        Stream bytes, string name, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var shownName = AudioFile.Shown(name);
        var head = await StreamHead.ReadAsync(bytes, cancellationToken);
        if (head.Bytes.IsEmpty)
            throw FfmpegFailure.Empty(shownName);

        using var copy = head.NeedsFile ? await TemporaryCopy.CreateAsync(head.Bytes, bytes, shownName, _options, cancellationToken) : null;
        var chunks = copy is null
            ? RunAsync(FfmpegArguments.StandardInput, new StreamFeed(head.Bytes, bytes), shownName, cancellationToken)
            : RunAsync(FfmpegArguments.FileInput(copy.File), feed: null, shownName, cancellationToken);
        await foreach (var chunk in chunks)
            yield return chunk;
    }

    /// <summary>Decodes a file.</summary>
    /// <param name="path">The file. A pipe or device is read as a stream; of a regular file ffmpeg itself reads what it needs, wherever the index is.</param>
    /// <param name="cancellationToken">Kills ffmpeg at once.</param>
    /// <returns>As <see cref="DecodeAsync"/>.</returns>
    /// <exception cref="AudioException">As <see cref="DecodeAsync"/>, or the file cannot be opened.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IAsyncEnumerable<PcmChunk> DecodeFileAsync(string path, CancellationToken cancellationToken = default) =>
        DecodeFileAsync(path, path, cancellationToken);

    /// <summary>Decodes a file that people know by another name than its path.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="name">The name for messages.</param>
    /// <param name="cancellationToken">Kills ffmpeg at once.</param>
    /// <exception cref="AudioException">As for <see cref="DecodeFileAsync(string, CancellationToken)"/>.</exception>
    public async IAsyncEnumerable<PcmChunk> DecodeFileAsync(string path, string name, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var file = AudioFile.Open(path);
        var chunks = file.CanSeek
            ? RunAsync(FfmpegArguments.FileInput(file), feed: null, AudioFile.Shown(name), cancellationToken)
            : DecodeAsync(file, name, cancellationToken);
        await foreach (var chunk in chunks)
            yield return chunk;
    }

    /// <summary>Tells whether a recording can be decoded only when its last byte is there: an MP4 or MOV whose index comes last.</summary>
    /// <param name="bytes">The recording from its first byte; at most its first megabyte is read, and it is not disposed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <remarks>One that can wait for its end does better to, and then to use <see cref="DecodeFileAsync(string, CancellationToken)"/>, which needs no copy.</remarks>
    public static async Task<bool> NeedsWholeFileAsync(Stream bytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return (await StreamHead.ReadAsync(bytes, cancellationToken)).NeedsFile;
    }

    private async IAsyncEnumerable<PcmChunk> RunAsync(
        string input, StreamFeed? feed, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = FencedProgram.Describe(_options.FfmpegPath, FfmpegArguments.Decode(input, _options), _options);
        await using var process = FfmpegProcess.Start(start, feed, name, _options.StallTimeout, _timeProvider, cancellationToken);
        var maxSamples = SampleClock.ToSample(_options.MaxDuration);
        var samples = 0L;
        if (await WaveHeader.ReadAsync(process, cancellationToken) is { } header)
        {
            var downmix = new Downmix(header);
            var frameBytes = header.Channels * sizeof(float);
            var buffer = new byte[ChunkSamples * frameBytes];
            while (await process.ReadFullyAsync(buffer, cancellationToken) / frameBytes is > 0 and var count)
            {
                var mono = new float[count];
                downmix.Mix(MemoryMarshal.Cast<byte, float>(buffer.AsSpan(0, count * frameBytes)), mono);
                var kept = (int)Math.Min(count, maxSamples - samples);
                if (kept > 0)
                    yield return new PcmChunk(samples, mono.AsMemory(0, kept));
                samples += kept;
                if (kept < count)
                    throw TooLong(name);
            }
        }

        var exitCode = await process.FinishAsync(cancellationToken);
        if (exitCode != 0 || samples == 0)
            throw FfmpegFailure.Explain(name, exitCode, process.ErrorLines, SampleClock.ToTime(samples));
    }

    private AudioException TooLong(string name) => new(
        $"“{name}” is longer than {_options.MaxDuration.TotalHours:0.##} hours, the most that is decoded at a time. Split it into parts, or raise the limit.");
}
