using System.Diagnostics;

namespace Lectern.Inference.Tests.Audio;

/// <summary>A temporary folder of clips made by ffmpeg itself. Skips the test where ffmpeg or an encoder is absent.</summary>
public sealed class AudioClips : IDisposable
{
    /// <summary>Three seconds of a 440 Hz tone of amplitude 0.5 as an input for ffmpeg.</summary>
    public const string Tone = "aevalsrc=0.5*sin(2*PI*440*t):s=44100:d=3";

    public string Folder { get; } = Directory.CreateTempSubdirectory("lectern-clips-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Makes a clip of <see cref="Tone"/>.</summary>
    public Task<string> ToneAsync(string name, params string[] encoding) => MakeAsync(name, ["-f", "lavfi", "-i", Tone, .. encoding]);

    /// <summary>Runs ffmpeg with the arguments and the path of <paramref name="name"/> as its output.</summary>
    public async Task<string> MakeAsync(string name, params string[] arguments)
    {
        var path = Path.Combine(Folder, name);
        var (exitCode, _, errors) = await RunAsync([.. arguments, "-y", "file:" + path]);
        if (errors.Contains("Unknown encoder", StringComparison.Ordinal))
            Assert.Skip($"This ffmpeg lacks an encoder: {errors}");
        Assert.True(exitCode == 0, errors);
        return path;
    }

    /// <summary>Runs a plain ffmpeg, without any fence.</summary>
    public static async Task<(int ExitCode, byte[] Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("ffmpeg", ["-nostdin", "-hide_banner", "-loglevel", "error", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var process = Process.Start(start)!;
            using var output = new MemoryStream();
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, output.ToArray(), await errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("ffmpeg is not installed.");
            throw;
        }
    }

    /// <summary>Root mean square of the samples.</summary>
    public static double Rms(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
            sum += (double)sample * sample;
        return Math.Sqrt(sum / samples.Length);
    }

    /// <summary>Amplitude of the part of the samples that is a sine of the frequency (one bin of the Fourier transform).</summary>
    public static double ToneAmplitude(ReadOnlySpan<float> samples, double frequency)
    {
        double real = 0, imaginary = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var phase = 2 * Math.PI * frequency * i / SampleClock.Rate;
            real += samples[i] * Math.Cos(phase);
            imaginary += samples[i] * Math.Sin(phase);
        }

        return 2 * Math.Sqrt((real * real) + (imaginary * imaginary)) / samples.Length;
    }
}
