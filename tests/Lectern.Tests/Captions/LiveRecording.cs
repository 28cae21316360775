using System.Buffers.Binary;
using System.Diagnostics;
using Lectern.Inference;
using Lectern.Inference.Audio;

namespace Lectern.Tests.Captions;

/// <summary>The sample lecture as the recorder sends it.</summary>
internal static class LiveRecording
{
    /// <summary>Returns the first seconds of the sample: the header with open sizes, then the sound.</summary>
    internal static async Task<byte[]> MakeAsync(TimeSpan length)
    {
        var arguments = new ProcessStartInfo("ffmpeg", ["-v", "error", "-i", Repository.Sample, "-t", $"{length.TotalSeconds}", "-ac", "1", "-ar", "16000", "-f", "s16le", "-"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var ffmpeg = Process.Start(arguments)!;
        using var bytes = new MemoryStream();
        bytes.Write(LiveWave.Header);
        await ffmpeg.StandardOutput.BaseStream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    /// <summary>Returns the same recording with its length in the header: an upload like any other.</summary>
    internal static byte[] AsFile(byte[] recording)
    {
        var file = recording.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)(file.Length - 8));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(LiveWave.HeaderBytes - 4), (uint)(file.Length - LiveWave.HeaderBytes));
        return file;
    }

    /// <summary>Returns the number of bytes up to a second.</summary>
    internal static int BytesTo(double seconds) => LiveWave.HeaderBytes + LiveWave.SampleBytes * (int)SampleClock.ToSample(TimeSpan.FromSeconds(seconds));
}
