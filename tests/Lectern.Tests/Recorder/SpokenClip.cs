using System.Diagnostics;
using System.Globalization;

namespace Lectern.Tests.Recorder;

/// <summary>Makes what a fake microphone hears.</summary>
internal static class SpokenClip
{
    /// <summary>Cuts the beginning of the sample lecture as a WAV of 48 kHz, with a second of faint noise before and after it.</summary>
    /// <param name="path">Where it is written.</param>
    /// <param name="seconds">How long the speech is.</param>
    internal static Task CutAsync(string path, double seconds) => FfmpegAsync(
        "-t", Text(seconds), "-i", Repository.Sample, "-f", "lavfi", "-i", $"anoisesrc=r=48000:a=0.0005:seed=7:d={Text(seconds + 2)}",
        "-filter_complex", "[0]aresample=48000,adelay=1000[speech];[speech][1]amix=inputs=2:duration=longest:normalize=0", "-ac", "1", "-c:a", "pcm_s16le", path);

    /// <summary>
    /// Makes a sweep from 200 to 7,400 Hz, which is different at each moment, and digital silence after it: at the end of a file a fake
    /// microphone repeats the last of it.
    /// </summary>
    internal static Task SweepAsync(string path, double seconds) => FfmpegAsync(
        "-f", "lavfi", "-i", $"aevalsrc=0.4*sin(2*PI*(200*t+{Text(3600 / seconds)}*t*t)):s=48000:d={Text(seconds)}", "-af", "apad=pad_dur=1", "-ac", "1", "-c:a", "pcm_s16le", path);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task FfmpegAsync(params string[] arguments)
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-y", .. arguments]) { UseShellExecute = false })!;
        await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, ffmpeg.ExitCode);
    }
}
