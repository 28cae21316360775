using Lectern.Inference.Onnx;
using Lectern.Inference.Seq2Seq;
using Lectern.Inference.Tests.Catalog;
using Lectern.Inference.Tests.Onnx;

namespace Lectern.Inference.Tests.Seq2Seq;

/// <summary>A merged encoder–decoder of some twenty nodes that counts from its prompt up to the mean of the encoder's input, then ends.</summary>
/// <remarks>
/// It is laid out as the exporters do it: the first step computes the encoder's part of the cache, later steps take it in and give it back empty.
/// The number to count on from is the largest in the decoder's cache, the mean comes out of cross-attention, so mixed-up rows or visible padding show.
/// </remarks>
internal sealed class CountingModel : IDisposable
{
    internal const int End = 0;
    private const int Vocabulary = 40;

    private readonly TemporaryFolder _folder = new();

    internal CountingModel(bool hidesPadding)
    {
        File.WriteAllBytes(_folder["encoder_model.onnx"], EncoderFile());
        File.WriteAllBytes(_folder["decoder_model_merged.onnx"], DecoderFile(hidesPadding));
        File.WriteAllText(_folder["tokenizer.json"], "{}");
        Model = Seq2SeqModel.Load(ModelFolder.Open(_folder.Path));
    }

    internal Seq2SeqModel Model { get; }

    public void Dispose()
    {
        Model.Dispose();
        _folder.Dispose();
    }

    /// <summary>A task that counts from the last token of the prompt to the mean of the values.</summary>
    internal static Seq2SeqTask Task(int[] prompt, params float[] values) => new()
    {
        Input = new EncoderInput("input_values", values, [values.Length]),
        Prompt = prompt,
        EndToken = End,
        MaxTokens = 30,
    };

    internal static byte[] EncoderFile() => new TinyGraph()
        .Input("input_values", OnnxTensor.Float, "batch", "samples")
        .Integers("last", 2)
        .Node("Unsqueeze", ["input_values", "last"], ["last_hidden_state"])
        .Output("last_hidden_state", OnnxTensor.Float, "batch", "frames", 1)
        .ToModel();

    internal static byte[] DecoderFile(bool hidesPadding) => new TinyGraph()
        .Input("input_ids", OnnxTensor.Int64, "batch", "steps")
        .Input("encoder_hidden_states", OnnxTensor.Float, "batch", "frames", 1)
        .Input("use_cache_branch", TinyGraph.Bool, 1)
        .Input("past_key_values.0.decoder.key", OnnxTensor.Float, "batch", 1, "past", 1)
        .Input("past_key_values.0.encoder.value", OnnxTensor.Float, "batch", 1, "past_frames", 1)
        .Integers("axis_1", 1)
        .Integers("axis_2", 2)
        .Integers("axes_1_3", 1, 3)
        .Integers("nothing", 0)
        .Floats("zero", [1], 0)
        .Floats("one", [1], 1)
        .Floats("tolerance", [1], 0.01f)
        .Floats("numbers", [Vocabulary], [.. Enumerable.Range(0, Vocabulary).Select(number => (float)number)])
        .Node(
            "If",
            ["use_cache_branch"],
            ["logits", "present.0.decoder.key", "present.0.encoder.value"],
            ("then_branch", Branch("cached", isCached: true, hidesPadding)),
            ("else_branch", Branch("first", isCached: false, hidesPadding)))
        .Output("logits", OnnxTensor.Float, "batch", "steps", Vocabulary)
        .Output("present.0.decoder.key", OnnxTensor.Float, "batch", 1, "length", 1)
        .Output("present.0.encoder.value", OnnxTensor.Float, "batch", 1, "present_frames", 1)
        .ToModel();

    private static TinyGraph Branch(string name, bool isCached, bool hidesPadding)
    {
        var value = name + (hidesPadding ? ".encoder.value" : ".encoder.plain");
        var branch = new TinyGraph()
            .Node("Cast", ["input_ids"], [name + "_ids"], ("to", OnnxTensor.Float))
            .Node("Unsqueeze", [name + "_ids", "axes_1_3"], [name + "_new"]);
        if (isCached)
        {
            branch.Node("Concat", ["past_key_values.0.decoder.key", name + "_new"], [name + "_keys"], ("axis", 2))
                .Node("Identity", ["past_key_values.0.encoder.value"], [value])
                .Node("Slice", [value, "nothing", "nothing", "axis_2"], [name + "_kept"]);
        }
        else
        {
            branch.Node("Identity", [name + "_new"], [name + "_keys"])
                .Node("Unsqueeze", ["encoder_hidden_states", "axis_1"], [value])
                .Node("Identity", [value], [name + "_kept"]);
        }

        return Count(Attend(branch, name, value), name)
            .Output(name + "_logits", OnnxTensor.Float, "batch", "steps", Vocabulary)
            .Output(name + "_keys", OnnxTensor.Float, "batch", 1, "length", 1)
            .Output(name + "_kept", OnnxTensor.Float, "batch", 1, "present_frames", 1);
    }

    /// <summary>Attention with equal scores for all frames: their mean, of shape [batch, 1, steps, 1].</summary>
    private static TinyGraph Attend(TinyGraph branch, string name, string value) => branch
        .Node("Mul", [name + "_new", "zero"], [name + "_query"])
        .Node("Transpose", [value], [name + "_turned"], ("perm", new long[] { 0, 1, 3, 2 }))
        .Node("Mul", [name + "_turned", "one"], [name + "_scaled"])
        .Node("MatMul", [name + "_query", name + "_scaled"], [name + "_scores"])
        .Node("Softmax", [name + "_scores"], [name + "_weights"], ("axis", -1))
        .Node("MatMul", [name + "_weights", value], [name + "_mean"]);

    /// <summary>Logits that are largest for the number after the largest so far, or for the end token where that is above the mean.</summary>
    private static TinyGraph Count(TinyGraph branch, string name) => branch
        .Node("ReduceMax", [name + "_keys"], [name + "_largest"], ("axes", new long[] { 2 }), ("keepdims", 1))
        .Node("Add", [name + "_largest", "one"], [name + "_next"])
        .Node("Add", [name + "_mean", "tolerance"], [name + "_limit"])
        .Node("LessOrEqual", [name + "_next", name + "_limit"], [name + "_is_within"])
        .Node("Cast", [name + "_is_within"], [name + "_factor"], ("to", OnnxTensor.Float))
        .Node("Mul", [name + "_next", name + "_factor"], [name + "_chosen"])
        .Node("Sub", ["numbers", name + "_chosen"], [name + "_distance"])
        .Node("Mul", [name + "_distance", name + "_distance"], [name + "_square"])
        .Node("Sub", [name + "_mean", name + "_square"], [name + "_wide_logits"])
        .Node("Squeeze", [name + "_wide_logits", "axis_1"], [name + "_logits"]);
}
