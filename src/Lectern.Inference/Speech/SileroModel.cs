using Microsoft.ML.OnnxRuntime;

namespace Lectern.Inference.Speech;

/// <summary>Silero's voice activity network, versions 5 and 6, loaded once and shared by all detectors.</summary>
/// <remarks>Thread-safe; owns the native session.</remarks>
public sealed class SileroModel : IDisposable
{
    private static readonly string[] Inputs = ["input", "state", "sr"];

    private SileroModel(InferenceSession session) => Session = session;

    internal InferenceSession Session { get; }

    /// <summary>Loads the network.</summary>
    /// <param name="file">Path of <c>silero_vad_v5.onnx</c> or <c>silero_vad_v6.onnx</c>.</param>
    /// <exception cref="ModelException">The file is missing, damaged, or another model.</exception>
    public static SileroModel Load(string file)
    {
        if (!File.Exists(file))
            throw new ModelException($"There is no speech detector at '{file}'. Fetch it with 'lectern models get silero-vad'.");
        try
        {
            using var options = new SessionOptions
            {
                IntraOpNumThreads = 1,
                InterOpNumThreads = 1,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };
            var session = new InferenceSession(file, options);
            if (Inputs.All(session.InputMetadata.ContainsKey) && session.OutputMetadata.ContainsKey("stateN"))
                return new SileroModel(session);
            session.Dispose();
        }
        catch (OnnxRuntimeException error)
        {
            throw new ModelException($"The speech detector '{file}' cannot be loaded; it is damaged. Fetch it again with 'lectern models get silero-vad'.", error);
        }

        throw new ModelException($"The model file '{file}' is not Silero's speech detector, version 5 or 6. Fetch it with 'lectern models get silero-vad'.");
    }

    /// <inheritdoc/>
    public void Dispose() => Session.Dispose();
}
