using Lectern.Inference.Onnx;

namespace Lectern.Inference.Tests.Onnx;

public sealed class TwoByteProductsTests
{
    private const int Depth = 48;
    private const int Width = 7;
    private const float Scale = 0.02f;
    private const byte ZeroPoint = 120;

    private static readonly byte[] Weight = [.. Enumerable.Range(0, Depth * Width).Select(i => (byte)(i * 37 % 256))];

    // Signed weights are exact only on processors with VNNI; the pass takes them nowhere else.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Product_is_as_exact_as_the_float_product(bool isSigned)
    {
        Assert.SkipWhen(isSigned && !ByteWeight.IsSignedHere, "Products with signed weights saturate on this processor, so they are not used.");
        var x = Activations(rows: 5);

        var model = Products(1).Rewritten(graph => TwoByteProducts.ApplyToEncoder(graph, isSigned));

        Assert.Equal(0, TinyGraph.Count(model, "MatMulInteger"));
        Assert.Equal(2, TinyGraph.Count(model, "MatMulIntegerToFloat"));
        AssertExact(x, TinyGraph.Run(model, ("x", [1, 5, Depth], x)));
    }

    [Fact]
    public void Loud_row_does_not_change_its_neighbour()
    {
        var quiet = Activations(rows: 1);
        float[] loud = [.. quiet.Select(value => value * 1000)];
        var model = Products(1).Rewritten(TwoByteProducts.ApplyToEncoder);

        var together = TinyGraph.Run(model, ("x", [1, 2, Depth], [.. loud, .. quiet]));
        var alone = TinyGraph.Run(model, ("x", [1, 1, Depth], quiet));

        Assert.Equal(alone, together[Width..]);
    }

    [Fact]
    public void Row_of_zeros_gives_zeros()
    {
        var model = Products(1).Rewritten(TwoByteProducts.ApplyToEncoder);

        var result = TinyGraph.Run(model, ("x", [1, 1, Depth], new float[Depth]));

        Assert.All(result, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Products_of_one_input_share_its_bytes()
    {
        var x = Activations(rows: 2);

        var model = Products(2).Rewritten(TwoByteProducts.ApplyToEncoder);

        Assert.Equal(2, TinyGraph.Count(model, "QuantizeLinear"));
        Assert.Equal(4, TinyGraph.Count(model, "MatMulIntegerToFloat"));
        AssertExact(x, TinyGraph.Run(model, ("x", [1, 2, Depth], x)));
    }

    [Fact]
    public void Decoder_changes_the_products_of_its_inputs_only()
    {
        var own = Product(Inputs().Node("Neg", ["x"], ["own"]), "own", "y").Output("y", OnnxTensor.Float, 1, "rows", Width);

        var kept = own.Rewritten(TwoByteProducts.ApplyToDecoder);
        var changed = Products(1).Rewritten(TwoByteProducts.ApplyToDecoder);

        Assert.Equal(1, TinyGraph.Count(kept, "MatMulInteger"));
        Assert.Equal(0, TinyGraph.Count(changed, "MatMulInteger"));
    }

    /// <summary>Some products of the input with one matrix; their sum, divided by their number, is the output.</summary>
    private static TinyGraph Products(int count)
    {
        var graph = Inputs().Floats("count", [], count);
        string[] names = [.. Enumerable.Range(0, count).Select(i => $"y{i}")];
        foreach (var name in names)
            Product(graph, "x", name);
        return graph.Node("Sum", names, ["sum"]).Node("Div", ["sum", "count"], ["mean"]).Output("mean", OnnxTensor.Float, 1, "rows", Width);
    }

    private static TinyGraph Inputs() => new TinyGraph()
        .Input("x", OnnxTensor.Float, 1, "rows", Depth)
        .Bytes("weight", [Depth, Width], Weight)
        .Bytes("weight_zero", [], ZeroPoint)
        .Floats("weight_scale", [], Scale);

    private static TinyGraph Product(TinyGraph graph, string input, string output) => graph
        .Node("DynamicQuantizeLinear", [input], [output + "_quantized", output + "_scale", output + "_zero"])
        .Node("MatMulInteger", [output + "_quantized", "weight", output + "_zero", "weight_zero"], [output + "_product"])
        .Node("Cast", [output + "_product"], [output + "_float"], ("to", OnnxTensor.Float))
        .Node("Mul", [output + "_scale", "weight_scale"], [output + "_scales"])
        .Node("Mul", [output + "_float", output + "_scales"], [output]);

    private static float[] Activations(int rows) => [.. Enumerable.Range(0, rows * Depth).Select(i => MathF.Sin(i * 0.7f) * ((i % 3) + 1))];

    // Sixteen bits leave an error of a few hundred-thousandths of the largest results; one byte would leave a hundred times as much.
    private static void AssertExact(float[] x, float[] actual)
    {
        double[] expected =
        [
            .. Enumerable.Range(0, x.Length / Depth).SelectMany(row => Enumerable.Range(0, Width).Select(column =>
                Enumerable.Range(0, Depth).Sum(i => (double)x[(row * Depth) + i] * Scale * (Weight[(i * Width) + column] - ZeroPoint)))),
        ];
        var tolerance = 1e-4 * expected.Max(Math.Abs);
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second, pair.First - tolerance, pair.First + tolerance));
    }
}
