using System.Diagnostics;

namespace Lectern.Tests.Crash;

/// <summary>A recording that is sent over and over.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record CrashRecording(string Name, byte[] Bytes)
{
    /// <summary>Makes recordings of the sample lecture: one that is transcribed while it comes, one that must be whole first, one of another codec.</summary>
    /// <param name="folder">Where ffmpeg writes them.</param>
    /// <param name="seconds">How long each is.</param>
    internal static async Task<IReadOnlyList<CrashRecording>> MakeAsync(string folder, int seconds)
    {
        var recordings = new List<CrashRecording>();
        foreach (var (name, start, codec) in new[] { ("stream.mp3", 0, "libmp3lame"), ("whole.m4a", 20, "aac"), ("open.ogg", 40, "libopus") })
        {
            var path = Path.Combine(folder, name);
            var arguments = new ProcessStartInfo("ffmpeg", ["-v", "error", "-ss", $"{start}", "-t", $"{seconds}", "-stream_loop", "-1", "-i", Repository.Sample, "-c:a", codec, "-b:a", "96k", path]) { UseShellExecute = false };
            using var ffmpeg = Process.Start(arguments)!;
            await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, ffmpeg.ExitCode);
            recordings.Add(new CrashRecording(name, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)));
        }

        return recordings;
    }
}
