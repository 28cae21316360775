using System.Collections.Concurrent;
using Lectern.Inference.Audio;
using Lectern.Inference.Catalog;
using Lectern.Inference.Models;
using Lectern.Inference.Seq2Seq;
using Lectern.Inference.Speech;
using Lectern.Inference.Tests.Audio;

namespace Lectern.Inference.Tests.Models;

/// <summary>The models that are installed on this machine; a test that needs one that is not is skipped.</summary>
internal static class InstalledModels
{
    private static readonly ConcurrentDictionary<string, float[]> Decoded = new(StringComparer.Ordinal);

    /// <summary>Gets the folder of the small speech model.</summary>
    internal static string TinyFolder => FolderOf("moonshine-tiny");

    /// <summary>Gets the path of the speech detector.</summary>
    internal static string SileroFile => Path.Combine(FolderOf("silero-vad"), "silero_vad.onnx");

    internal static MoonshineTranscriber LoadTiny() => MoonshineTranscriber.Load(ModelFolder.Open(TinyFolder));

    internal static SileroModel LoadSilero() => SileroModel.Load(SileroFile);

    /// <summary>Decodes recordings of <c>../shared/audio</c> and joins them; skips where one or ffmpeg is absent.</summary>
    internal static async Task<float[]> HearAsync(params string[] files)
    {
        var all = new List<float>();
        foreach (var file in files)
        {
            if (!Decoded.TryGetValue(file, out var samples))
                Decoded[file] = samples = await DecodeAsync(SharedAudio.PathOf(file));
            all.AddRange(samples);
        }

        return [.. all];
    }

    /// <summary>Cuts samples into chunks as a decoder gives them.</summary>
    internal static async IAsyncEnumerable<PcmChunk> Chunks(float[] samples, int chunkSamples, Exception? failure = null)
    {
        for (var start = 0; start < samples.Length; start += chunkSamples)
        {
            await Task.Yield();
            yield return new PcmChunk(start, samples.AsMemory(start, Math.Min(chunkSamples, samples.Length - start)));
        }

        if (failure is not null)
            throw failure;
    }

    private static string FolderOf(string id)
    {
        var folder = DataFolder.Find(Environment.GetEnvironmentVariable);
        var status = new ModelStore(folder, ModelCatalog.BuiltIn).List().Single(model => string.Equals(model.Entry.Id, id, StringComparison.Ordinal));
        Assert.SkipUnless(status.State is ModelState.Installed, $"The model '{id}' is not installed.");
        return Path.Combine(folder, "models", id);
    }

    private static async Task<float[]> DecodeAsync(string path)
    {
        var samples = new List<float>();
        try
        {
            await foreach (var chunk in new AudioDecoder().DecodeFileAsync(path, TestContext.Current.CancellationToken))
                samples.AddRange(chunk.Samples.Span);
        }
        catch (AudioException error) when (error.InnerException is System.ComponentModel.Win32Exception)
        {
            Assert.Skip("ffmpeg is not installed.");
        }

        return [.. samples];
    }
}
