using Lectern.Inference;
using Lectern.Inference.Catalog;
using Lectern.Inference.Models;
using Lectern.Inference.Seq2Seq;
using Lectern.Inference.Speech;

namespace Lectern.Models;

/// <summary>A speech model and the speech detector, loaded and ready to use.</summary>
/// <remarks>Thread-safe; owns both.</remarks>
public sealed class SpeechModels : IDisposable
{
    /// <summary>The id of the speech detector that all speech models use.</summary>
    public const string DetectorId = "silero-vad";

    private const string Family = "moonshine";
    private const string DetectorFile = "silero_vad.onnx";

    private SpeechModels(string id, MoonshineTranscriber transcriber, SileroModel detector)
    {
        Id = id;
        Transcriber = transcriber;
        Detector = detector;
    }

    /// <summary>Gets the id of the speech model.</summary>
    public string Id { get; }

    /// <summary>Gets the speech model.</summary>
    public MoonshineTranscriber Transcriber { get; }

    /// <summary>Gets the speech detector.</summary>
    public SileroModel Detector { get; }

    /// <summary>Loads a speech model and the detector, fetching what is not on this machine yet.</summary>
    /// <param name="store">The models on this machine.</param>
    /// <param name="id">The speech model's id.</param>
    /// <param name="progress">Told how far fetching is.</param>
    /// <param name="cancellation">Stops fetching.</param>
    /// <exception cref="ModelException">There is no such model, it writes no speech down, or it cannot be fetched or loaded.</exception>
    public static async Task<SpeechModels> OpenAsync(ModelStore store, string id, IProgress<ModelProgress> progress, CancellationToken cancellation)
    {
        var entry = store.Catalog.Find(id);
        if (!string.Equals(entry.Family, Family, StringComparison.Ordinal))
            throw new ModelException($"The model '{id}' does not write speech down. Choose one of: {string.Join(", ", SpeechIds(store.Catalog))}.");
        var detector = await store.GetAsync(DetectorId, progress, cancellation);
        var speech = await store.GetAsync(id, progress, cancellation);
        var network = SileroModel.Load(detector.PathOf(DetectorFile));
        try
        {
            return new SpeechModels(id, MoonshineTranscriber.Load(ModelFolder.Open(speech.Folder)), network);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Transcriber.Dispose();
        Detector.Dispose();
    }

    private static IEnumerable<string> SpeechIds(ModelCatalog catalog) =>
        catalog.Models.Where(model => string.Equals(model.Family, Family, StringComparison.Ordinal)).Select(model => model.Id);
}
