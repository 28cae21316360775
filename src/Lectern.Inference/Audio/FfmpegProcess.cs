using System.ComponentModel;
using System.Diagnostics;

namespace Lectern.Inference.Audio;

/// <summary>A running ffmpeg or ffprobe: its output, its last error lines, its end.</summary>
/// <remarks>One reader at a time. Disposing kills the process if it still runs and returns once it is gone, so that none is left behind.</remarks>
internal sealed class FfmpegProcess : IAsyncDisposable
{
    private const int KeptErrorLines = 40;

    private readonly Process _process;
    private readonly Stream _output;
    private readonly StreamFeed? _feed;
    private readonly Task _feeding;
    private readonly Task _errors;
    private readonly Queue<string> _errorLines = new();
    private readonly CancellationTokenSource _stopFeeding;
    private readonly CancellationTokenRegistration _killOnCancel;
    private readonly string _name;
    private readonly TimeSpan _stallTimeout;
    private readonly TimeProvider _timeProvider;

    private FfmpegProcess(
        Process process, StreamFeed? feed, string name, TimeSpan stallTimeout, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        _process = process;
        _output = process.StandardOutput.BaseStream;
        _feed = feed;
        _name = name;
        _stallTimeout = stallTimeout;
        _timeProvider = timeProvider;
        _stopFeeding = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _errors = KeepErrorLinesAsync();
        if (feed is null)
            process.StandardInput.Close();
        _feeding = feed is null ? Task.CompletedTask : feed.CopyAsync(process.StandardInput.BaseStream, _stopFeeding.Token);
        // Also while nobody reads: the process must not wait for the next read to learn that it is over.
        _killOnCancel = cancellationToken.Register(() => _process.Kill(entireProcessTree: true));
    }

    /// <summary>The last lines that the program wrote to its standard error. Complete after <see cref="FinishAsync"/>.</summary>
    public IReadOnlyCollection<string> ErrorLines => _errorLines;

    /// <summary>Starts the program.</summary>
    /// <param name="start">From <see cref="FencedProgram.Describe"/>.</param>
    /// <param name="feed">What to write to its standard input, or null to close that at once.</param>
    /// <param name="name">The recording's name, for messages.</param>
    /// <param name="stallTimeout">As <see cref="AudioDecoderOptions.StallTimeout"/>.</param>
    /// <param name="timeProvider">Clock of that timeout.</param>
    /// <param name="cancellationToken">Kills the process at once.</param>
    /// <exception cref="AudioException">The program cannot be started.</exception>
    public static FfmpegProcess Start(
        ProcessStartInfo start, StreamFeed? feed, string name, TimeSpan stallTimeout, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            process.Dispose();
            throw new AudioException(
                $"The program “{start.FileName}”, which reads audio, could not be started: {error.Message}. Check that it is installed and may be run.", error);
        }

        return new FfmpegProcess(process, feed, name, stallTimeout, timeProvider, cancellationToken);
    }

    /// <summary>Reads from the program's standard output until <paramref name="buffer"/> is full or the output ends.</summary>
    /// <returns>Bytes read; fewer than asked only at the end.</returns>
    /// <exception cref="AudioException">The program has stalled.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the process has been killed.</exception>
    public async Task<int> ReadFullyAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var filled = 0;
        while (filled < buffer.Length)
        {
            var count = await ReadAsync(buffer[filled..], cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (count == 0)
                break;
            filled += count;
        }

        return filled;
    }

    /// <summary>Waits for the end of the program, whose output has been read to its end.</summary>
    /// <returns>The exit code; 128 plus the signal's number where one ended it.</returns>
    /// <exception cref="AudioException">The program has closed its output but does not end.</exception>
    /// <remarks>What the source of the bytes threw is thrown here, after all that was decoded before it.</remarks>
    public async Task<int> FinishAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _process.WaitForExitAsync(cancellationToken).WaitAsync(_stallTimeout, _timeProvider, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw Stalled();
        }

        await _errors;
        // The program may have given up with bytes still to come; then nobody needs them.
        await _stopFeeding.CancelAsync();
        try
        {
            await _feeding;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // That was us, the line before.
        }

        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _killOnCancel.DisposeAsync();
        await _stopFeeding.CancelAsync();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        await _errors;
        // The outcome of the feed has been told by FinishAsync, or nobody wants it any more.
        await _feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopFeeding.Dispose();
        _process.Dispose();
    }

    private async Task<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var read = _output.ReadAsync(buffer, cancellationToken).AsTask();
        var fedBytes = _feed?.CopiedBytes;
        while (true)
        {
            try
            {
                return await read.WaitAsync(_stallTimeout, _timeProvider, cancellationToken);
            }
            catch (TimeoutException)
            {
                if (_feed is not { WaitsForSource: true } && _feed?.CopiedBytes == fedBytes)
                    throw Stalled();
                fedBytes = _feed?.CopiedBytes;
            }
        }
    }

    private AudioException Stalled() => new(
        $"Decoding “{_name}” made no progress for {_stallTimeout.TotalSeconds:0.#} seconds and was stopped. " +
        "The file may be damaged, or its disk too slow: copy it to another disk or convert it to WAV, then try again.");

    private async Task KeepErrorLinesAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            if (_errorLines.Count == KeptErrorLines)
                _errorLines.Dequeue();
            _errorLines.Enqueue(line);
        }
    }
}
