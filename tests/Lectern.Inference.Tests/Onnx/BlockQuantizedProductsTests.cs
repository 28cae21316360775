using Lectern.Inference.Onnx;

namespace Lectern.Inference.Tests.Onnx;

public sealed class BlockQuantizedProductsTests
{
    private const int Depth = 40;
    private const int Width = 5;
    private const float Scale = 0.02f;
    private const byte ZeroPoint = 120;

    private static readonly byte[] Weight = [.. Enumerable.Range(0, Depth * Width).Select(i => (byte)(i * 37 % 256))];

    [Fact]
    public void Dynamically_quantized_product_becomes_one_node_that_is_close_to_the_float_product()
    {
        var x = Activations(rows: 3);

        var model = DynamicProduct().Rewritten(BlockQuantizedProducts.Apply);

        Assert.Equal(1, TinyGraph.Count(model, "MatMulNBits"));
        Assert.Equal(0, TinyGraph.Count(model, "MatMulInteger"));
        AssertClose(FloatProduct(x, (row, column) => Weight[(row * Width) + column]), TinyGraph.Run(model, ("x", [3, Depth], x)));
    }

    [Fact]
    public void Product_with_the_transposed_table_becomes_one_node_that_is_close_to_the_float_product()
    {
        var x = Activations(rows: 2);
        var graph = TableProduct();

        var model = graph.Rewritten(BlockQuantizedProducts.Apply);

        Assert.Equal(1, TinyGraph.Count(model, "MatMulNBits"));
        Assert.Equal(0, TinyGraph.Count(model, "DequantizeLinear"));
        var expected = FloatProduct(x, (row, column) => Weight[(column * Depth) + row]);
        AssertClose(expected, TinyGraph.Run(graph.ToModel(), ("x", [2, Depth], x)));
        AssertClose(expected, TinyGraph.Run(model, ("x", [2, Depth], x)));
    }

    [Fact]
    public void Loud_row_does_not_change_its_neighbour()
    {
        var quiet = Activations(rows: 1);
        float[] loud = [.. quiet.Select(value => value * 1000)];
        var model = DynamicProduct().Rewritten(BlockQuantizedProducts.Apply);

        var together = TinyGraph.Run(model, ("x", [2, Depth], [.. loud, .. quiet]));
        var alone = TinyGraph.Run(model, ("x", [1, Depth], quiet));

        Assert.Equal(alone, together[Width..]);
    }

    [Fact]
    public void Weight_used_twice_is_stored_once()
    {
        var graph = DynamicProduct()
            .Node("MatMulInteger", ["quantized", "weight", "x_zero", "weight_zero"], ["again"])
            .Node("Cast", ["again"], ["again_float"], ("to", OnnxTensor.Float))
            .Node("Mul", ["again_float", "scales"], ["z"])
            .Output("z", OnnxTensor.Float, "rows", Width);
        var x = Activations(rows: 1);

        var model = graph.Rewritten(BlockQuantizedProducts.Apply);

        Assert.Equal(2, TinyGraph.Count(model, "MatMulNBits"));
        Assert.Single(OnnxGraph.Parse(WireMessage.Parse(model).Bytes(7)).Tensors.Keys, "weight_blocks");
        AssertClose(FloatProduct(x, (row, column) => Weight[(row * Width) + column]), TinyGraph.Run(model, ("x", [1, Depth], x)));
    }

    [Fact]
    public void Product_with_other_scales_than_the_activations_own_is_left_alone()
    {
        var graph = DynamicProduct(scaleOfActivations: "weight_scale");

        var model = graph.Rewritten(BlockQuantizedProducts.Apply);

        Assert.Equal(0, TinyGraph.Count(model, "MatMulNBits"));
        Assert.Equal(1, TinyGraph.Count(model, "MatMulInteger"));
    }

    private static TinyGraph DynamicProduct(string scaleOfActivations = "x_scale") => new TinyGraph()
        .Input("x", OnnxTensor.Float, "rows", Depth)
        .Bytes("weight", [Depth, Width], Weight)
        .Bytes("weight_zero", [], ZeroPoint)
        .Floats("weight_scale", [], Scale)
        .Node("DynamicQuantizeLinear", ["x"], ["quantized", "x_scale", "x_zero"])
        .Node("MatMulInteger", ["quantized", "weight", "x_zero", "weight_zero"], ["product"])
        .Node("Cast", ["product"], ["product_float"], ("to", OnnxTensor.Float))
        .Node("Mul", [scaleOfActivations, "weight_scale"], ["scales"])
        .Node("Mul", ["product_float", "scales"], ["y"])
        .Output("y", OnnxTensor.Float, "rows", Width);

    private static TinyGraph TableProduct() => new TinyGraph()
        .Input("x", OnnxTensor.Float, "rows", Depth)
        .Bytes("table", [Width, Depth], Weight)
        .Bytes("table_zero", [], ZeroPoint)
        .Floats("table_scale", [], Scale)
        .Node("Transpose", ["table"], ["turned"], ("perm", new long[] { 1, 0 }))
        .Node("DequantizeLinear", ["turned", "table_scale", "table_zero"], ["expanded"])
        .Node("MatMul", ["x", "expanded"], ["y"])
        .Output("y", OnnxTensor.Float, "rows", Width);

    private static float[] Activations(int rows) => [.. Enumerable.Range(0, rows * Depth).Select(i => MathF.Sin(i * 0.7f) * ((i % 3) + 1))];

    private static float[] FloatProduct(float[] x, Func<int, int, byte> weight) =>
        [.. Enumerable.Range(0, x.Length / Depth).SelectMany(row => Enumerable.Range(0, Width).Select(column =>
            Enumerable.Range(0, Depth).Sum(i => x[(row * Depth) + i] * Scale * (weight(i, column) - ZeroPoint))))];

    private static void AssertClose(float[] expected, float[] actual)
    {
        // Eight bits for the activations of a block leave an error of about a percent of the largest results.
        var tolerance = 0.02 * expected.Max(Math.Abs);
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second, pair.First - tolerance, pair.First + tolerance));
    }
}
