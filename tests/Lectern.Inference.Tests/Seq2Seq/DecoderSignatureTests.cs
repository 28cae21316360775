using Lectern.Inference.Onnx;
using Lectern.Inference.Seq2Seq;
using Lectern.Inference.Tests.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace Lectern.Inference.Tests.Seq2Seq;

public sealed class DecoderSignatureTests
{
    private const string Past = "past_key_values.0.decoder.key";
    private const string Present = "present.0.decoder.key";

    [Fact]
    public void Signature_is_read_from_the_model()
    {
        using var session = new InferenceSession(CountingModel.DecoderFile(hidesPadding: true));

        var signature = DecoderSignature.Read(session, "some.onnx");

        Assert.Equal(40, signature.VocabularySize);
        Assert.Equal(["input_ids", "encoder_hidden_states", "use_cache_branch", Past, "past_key_values.0.encoder.value"], signature.Inputs);
        Assert.Equal(["logits", Present, "present.0.encoder.value"], signature.Outputs);
        Assert.All(signature.Cache, entry => Assert.Equal((1, 1), (entry.Heads, entry.HeadSize)));
    }

    [Theory]
    [InlineData("input_ids")]
    [InlineData("encoder_hidden_states")]
    [InlineData("use_cache_branch")]
    public void Missing_input_is_named(string input) => AssertUnfit($"'{input}'", Graph(without: input));

    [Fact]
    public void Logits_are_needed() => AssertUnfit("'logits'", Graph(without: "logits"));

    [Fact]
    public void Vocabulary_must_be_fixed() => AssertUnfit("fixed vocabulary", Graph(vocabulary: "words"));

    [Fact]
    public void Cache_is_needed() => AssertUnfit("'past_key_values'", Graph(without: Past));

    [Fact]
    public void Cache_must_come_out_again() => AssertUnfit($"'{Present}' does not come out", Graph(without: Present));

    [Fact]
    public void Cache_must_have_four_axes() => AssertUnfit("shape", Graph(cache: ["batch", "length", 8]));

    [Fact]
    public void Head_size_must_be_fixed() => AssertUnfit("shape", Graph(cache: ["batch", 1, "length", "size"]));

    [Fact]
    public void Cache_must_be_of_floats() => AssertUnfit("float", Graph(cacheType: OnnxTensor.Int64));

    private static TinyGraph Graph(string without = "", object? vocabulary = null, object[]? cache = null, int cacheType = OnnxTensor.Float)
    {
        var graph = new TinyGraph();
        void Pass(string input, string output, int type, params object[] axes)
        {
            var source = string.Equals(input, without, StringComparison.Ordinal) ? "other_" + input : input;
            var target = string.Equals(output, without, StringComparison.Ordinal) ? "other_" + output : output;
            graph.Input(source, type, axes).Node("Identity", [source], [target]).Output(target, type, axes);
        }

        Pass("input_ids", "ids_out", OnnxTensor.Int64, "batch", "steps");
        Pass("encoder_hidden_states", "logits", OnnxTensor.Float, "batch", "frames", vocabulary ?? 7);
        Pass("use_cache_branch", "branch_out", TinyGraph.Bool, 1);
        Pass(Past, Present, cacheType, cache ?? ["batch", 1, "length", 8]);
        return graph;
    }

    private static void AssertUnfit(string why, TinyGraph graph)
    {
        using var session = new InferenceSession(graph.ToModel());

        var error = Assert.Throws<ModelException>(() => DecoderSignature.Read(session, "/models/some.onnx"));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains("/models/some.onnx", error.Message, StringComparison.Ordinal);
    }
}
