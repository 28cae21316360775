using Lectern.Inference.Onnx;

namespace Lectern.Inference.Tests.Onnx;

public sealed class AttentionPassTests
{
    private const int Size = 4;
    private const int Frames = 3;
    private const string EncoderValue = "past_key_values.0.encoder.value";

    private static readonly float[] Query = [.. Enumerable.Range(0, 2 * Size).Select(i => MathF.Sin(i))];
    private static readonly float[] Keys = [.. Enumerable.Range(0, Frames * Size).Select(i => MathF.Cos(i * 1.3f))];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Keys_are_read_as_they_lie_with_the_same_result(bool isConstantScale)
    {
        var graph = isConstantScale ? Scores().Floats("scale", [1], 0.5f) : ScoresWithScaleOfShape();

        var model = graph.Rewritten(UntransposedKeys.Apply);

        Assert.Equal((1, 0), (TinyGraph.Count(model, "FusedMatMul"), TinyGraph.Count(model, "Transpose")));
        AssertSame(RunScores(graph.ToModel()), RunScores(model));
    }

    [Fact]
    public void Keys_scaled_one_by_one_are_left_alone()
    {
        var graph = Scores().Floats("scale", [Frames], 0.5f, 1, 2);

        var model = graph.Rewritten(UntransposedKeys.Apply);

        Assert.Equal(0, TinyGraph.Count(model, "FusedMatMul"));
        AssertSame(RunScores(graph.ToModel()), RunScores(model));
    }

    [Fact]
    public void Keys_transposed_in_another_way_are_left_alone()
    {
        var model = Scores(0, 2, 3, 1).Floats("scale", [1], 0.5f).Rewritten(UntransposedKeys.Apply);

        Assert.Equal(0, TinyGraph.Count(model, "FusedMatMul"));
    }

    [Fact]
    public void Bias_of_zero_changes_nothing()
    {
        var graph = Attention(EncoderValue);

        var model = graph.Rewritten(main => Assert.True(EncoderAttentionBias.TryApply(main)));

        var before = TinyGraph.Run(graph.ToModel(), ScoresOf(Frames), ValuesOf(Frames));
        AssertSame(before, TinyGraph.Run(model, ScoresOf(Frames), ValuesOf(Frames), Bias(0, 0, 0)));
    }

    [Fact]
    public void Hidden_frames_are_as_if_they_were_not_there()
    {
        var graph = Attention(EncoderValue);

        var model = graph.Rewritten(main => Assert.True(EncoderAttentionBias.TryApply(main)));

        var without = TinyGraph.Run(graph.ToModel(), ScoresOf(Frames - 1), ValuesOf(Frames - 1));
        AssertSame(without, TinyGraph.Run(model, ScoresOf(Frames), ValuesOf(Frames), Bias(0, 0, -1e9f)));
    }

    [Fact]
    public void Attention_of_the_decoder_to_itself_gets_no_bias()
    {
        var model = Attention("past_key_values.0.decoder.value").Rewritten(main => Assert.False(EncoderAttentionBias.TryApply(main)));

        Assert.DoesNotContain(EncoderAttentionBias.InputName, OnnxGraph.Parse(WireMessage.Parse(model).Bytes(7)).Inputs);
    }

    private static TinyGraph Scores(params long[] permutation) => Product(Inputs(), permutation.Length > 0 ? permutation : [0, 1, 3, 2]);

    /// <summary>The scale as exporters compute it: the root of one over the root of the head size, which they read from a shape.</summary>
    private static TinyGraph ScoresWithScaleOfShape() => Product(
        Inputs()
            .Integers("last", -1)
            .Integers("end", long.MaxValue)
            .Floats("one", [1], 1)
            .Node("Shape", ["query"], ["shape"])
            .Node("Slice", ["shape", "last", "end"], ["size"])
            .Node("Cast", ["size"], ["size_float"], ("to", OnnxTensor.Float))
            .Node("Sqrt", ["size_float"], ["root"])
            .Node("Div", ["one", "root"], ["ratio"])
            .Node("Sqrt", ["ratio"], ["scale"]),
        [0, 1, 3, 2]);

    private static TinyGraph Inputs() => new TinyGraph()
        .Input("query", OnnxTensor.Float, 1, 1, "queries", Size)
        .Input("keys", OnnxTensor.Float, 1, 1, "frames", Size);

    private static TinyGraph Product(TinyGraph graph, long[] permutation) => graph
        .Node("Transpose", ["keys"], ["turned"], ("perm", permutation))
        .Node("Mul", ["turned", "scale"], ["scaled"])
        .Node("MatMul", ["query", "scaled"], ["scores"])
        .Output("scores", OnnxTensor.Float, 1, 1, "queries", "frames");

    private static float[] RunScores(byte[] model) => TinyGraph.Run(model, ("query", [1, 1, 2, Size], Query), ("keys", [1, 1, Frames, Size], Keys));

    private static TinyGraph Attention(string value) => new TinyGraph()
        .Input("scores", OnnxTensor.Float, 1, 1, "queries", "frames")
        .Input(value, OnnxTensor.Float, 1, 1, "frames", 1)
        .Node("Softmax", ["scores"], ["weights"], ("axis", -1L))
        .Node("MatMul", ["weights", value], ["mean"])
        .Output("mean", OnnxTensor.Float, 1, 1, "queries", 1);

    private static (string Name, long[] Shape, float[] Values) ScoresOf(int frames) =>
        ("scores", [1, 1, 2, frames], [.. Enumerable.Range(0, 2).SelectMany(query => Enumerable.Range(0, frames).Select(frame => query + (0.5f * frame)))]);

    private static (string Name, long[] Shape, float[] Values) ValuesOf(int frames) =>
        (EncoderValue, [1, 1, frames, 1], [.. Enumerable.Range(1, frames).Select(frame => frame * 10f)]);

    private static (string Name, long[] Shape, float[] Values) Bias(params float[] values) =>
        (EncoderAttentionBias.InputName, [1, 1, 1, values.Length], values);

    private static void AssertSame(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 4));
    }
}
