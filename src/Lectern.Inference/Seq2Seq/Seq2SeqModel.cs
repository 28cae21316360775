using Lectern.Inference.Onnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Lectern.Inference.Seq2Seq;

/// <summary>An encoder–decoder model of any family, loaded and ready to run.</summary>
/// <remarks>
/// Each call runs on the caller's own thread, so that several batches keep several cores busy without waiting for one another; calls may
/// come from many threads at once. The graphs are rewritten in memory when they are loaded (see <see cref="Onnx"/>); the files stay as they are.
/// Owns the native sessions: dispose it when no call is running.
/// </remarks>
public sealed class Seq2SeqModel : IDisposable
{
    private static readonly string[] HiddenOutput = ["last_hidden_state"];

    private readonly InferenceSession _encoder;
    private readonly InferenceSession _decoder;

    private Seq2SeqModel(InferenceSession encoder, InferenceSession decoder, DecoderSignature signature)
    {
        _encoder = encoder;
        _decoder = decoder;
        Signature = signature;
    }

    /// <summary>Gets what the decoder takes and gives.</summary>
    internal DecoderSignature Signature { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="folder">The model's files.</param>
    /// <exception cref="ModelException">A file is damaged, or not a model that this runtime can run; the message names it.</exception>
    public static Seq2SeqModel Load(ModelFolder folder)
    {
        var encoder = OpenSession(folder.EncoderFile, LoadEncoder(folder.EncoderFile), hasArena: true);
        InferenceSession? decoder = null;
        try
        {
            if (!encoder.OutputMetadata.TryGetValue(HiddenOutput[0], out var hidden) || hidden.ElementDataType is not TensorElementType.Float)
                throw new ModelException($"The model file '{folder.EncoderFile}' has no float output '{HiddenOutput[0]}'. Use an export named 'encoder_model.onnx'.");
            decoder = OpenSession(folder.DecoderFile, LoadDecoder(folder.DecoderFile), hasArena: false);
            var model = new Seq2SeqModel(encoder, decoder, DecoderSignature.Read(decoder, folder.DecoderFile));

            // Loading leaves more than a hundred megabytes of dead copies of the weights, which would stay until memory gets scarce.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return model;
        }
        catch
        {
            encoder.Dispose();
            decoder?.Dispose();
            throw;
        }
    }

    /// <summary>Creates the options of a run of the encoder, after which its buffers are given back to the system.</summary>
    internal static RunOptions CreateEncoderRun()
    {
        var run = CreateDecoderRun();
        run.AddRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
        return run;
    }

    /// <summary>Creates the options of a run of the decoder.</summary>
    /// <remarks>What goes wrong comes as an exception; the runtime would print it too, even that it was told to stop.</remarks>
    internal static RunOptions CreateDecoderRun() => new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };

    /// <summary>Runs the encoder on one window.</summary>
    /// <param name="input">The window.</param>
    /// <param name="run">From <see cref="CreateEncoderRun"/>; lets the caller end the run in the middle.</param>
    /// <returns>Float tensor [1, frames, width]; the caller disposes it.</returns>
    internal OrtValue Encode(EncoderInput input, RunOptions run)
    {
        if (!_encoder.InputMetadata.ContainsKey(input.Name))
            throw new ModelException($"The model's encoder has no input '{input.Name}'. Its files do not belong to the family that the catalog names.");
        using var values = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, input.Values, [1, .. input.Shape]);
        return _encoder.Run(run, [input.Name], [values], HiddenOutput)[0];
    }

    /// <summary>Runs one step of the decoder.</summary>
    /// <param name="inputs">The inputs in the signature's order.</param>
    /// <param name="run">Lets the caller end the run in the middle.</param>
    /// <returns>The outputs in the signature's order; the caller owns each of them.</returns>
    internal IReadOnlyList<OrtValue> Step(IReadOnlyCollection<OrtValue> inputs, RunOptions run) =>
        [.. _decoder.Run(run, Signature.Inputs, inputs, Signature.Outputs)];

    /// <inheritdoc/>
    public void Dispose()
    {
        _encoder.Dispose();
        _decoder.Dispose();
    }

    private static byte[] LoadEncoder(string file) => Rewrite(file, TwoByteProducts.ApplyToEncoder);

    private static byte[] LoadDecoder(string file) => Rewrite(file, static graph =>
    {
        TwoByteProducts.ApplyToDecoder(graph);
        BlockQuantizedProducts.Apply(graph);
        UntransposedKeys.Apply(graph);
        EncoderAttentionBias.TryApply(graph);
    });

    private static byte[] Rewrite(string file, Action<OnnxGraph> passes)
    {
        var model = OnnxModel.Load(file);
        try
        {
            passes(model.Graph);
            model.Graph.Prune();
            return model.ToArray();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A file that is valid protobuf can still break any assumption about a graph.
            throw new ModelException($"The model file '{file}' holds a damaged graph. Fetch the model again with 'lectern models get'.", error);
        }
    }

    /// <param name="file">The file that the model came from.</param>
    /// <param name="model">The rewritten model.</param>
    /// <param name="hasArena">
    /// Whether buffers are kept for the next operation of a run. The encoder's are large, and mapping them anew each time costs a third of its run; the
    /// decoder's grow with every step, and an arena would only scatter them.
    /// </param>
    private static InferenceSession OpenSession(string file, byte[] model, bool hasArena)
    {
        try
        {
            using var options = new SessionOptions
            {
                IntraOpNumThreads = 1,
                InterOpNumThreads = 1,
                EnableMemoryPattern = false,
                EnableCpuMemArena = hasArena,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };
            return new InferenceSession(model, options);
        }
        catch (OnnxRuntimeException error)
        {
            throw new ModelException($"The model file '{file}' cannot be loaded ({FirstLine(error.Message)}). Fetch the model again with 'lectern models get'.", error);
        }
    }

    private static string FirstLine(string message) => message.AsSpan().Trim().ToString().Split('\n')[0].TrimEnd('.', '\r');
}
