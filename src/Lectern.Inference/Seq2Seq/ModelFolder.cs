namespace Lectern.Inference.Seq2Seq;

/// <summary>A folder that holds an encoder–decoder model as the ONNX exporters lay it out.</summary>
/// <remarks>
/// The names are those of Hugging Face Optimum: <c>encoder_model.onnx</c>, <c>decoder_model_merged.onnx</c> (or with a suffix such as
/// <c>_quantized</c> before the extension) and <c>tokenizer.json</c>.
/// </remarks>
public sealed record ModelFolder
{
    private ModelFolder(string path, string encoderFile, string decoderFile, string tokenizerFile)
    {
        Path = path;
        EncoderFile = encoderFile;
        DecoderFile = decoderFile;
        TokenizerFile = tokenizerFile;
    }

    /// <summary>Gets the folder.</summary>
    public string Path { get; }

    /// <summary>Gets the path of the encoder.</summary>
    public string EncoderFile { get; }

    /// <summary>Gets the path of the decoder, first step and cached step merged in one graph.</summary>
    public string DecoderFile { get; }

    /// <summary>Gets the path of the tokenizer.</summary>
    public string TokenizerFile { get; }

    /// <summary>Finds the model's files in a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="ModelException">The folder or one of the three files is missing.</exception>
    public static ModelFolder Open(string path)
    {
        if (!Directory.Exists(path))
            throw new ModelException($"There is no model folder '{path}'. Fetch the model with 'lectern models get', or name another folder.");
        return new ModelFolder(path, Find(path, "encoder_model"), Find(path, "decoder_model_merged"), TokenizerOf(path));
    }

    private static string Find(string folder, string stem)
    {
        var exact = System.IO.Path.Combine(folder, stem + ".onnx");
        if (File.Exists(exact))
            return exact;
        return Directory.EnumerateFiles(folder, stem + "*.onnx").Order(StringComparer.Ordinal).FirstOrDefault()
            ?? throw new ModelException($"The model folder '{folder}' has no '{stem}.onnx'. Fetch the model again with 'lectern models get'.");
    }

    private static string TokenizerOf(string folder)
    {
        var file = System.IO.Path.Combine(folder, "tokenizer.json");
        return File.Exists(file)
            ? file
            : throw new ModelException($"The model folder '{folder}' has no 'tokenizer.json'. Fetch the model again with 'lectern models get'.");
    }
}
