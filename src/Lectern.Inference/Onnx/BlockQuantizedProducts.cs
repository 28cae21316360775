namespace Lectern.Inference.Onnx;

/// <summary>Multiplies by 8-bit weights with activations that are quantized row by row and block by block.</summary>
/// <remarks>
/// <para>Dynamic quantizers write a product with 8-bit weights as DynamicQuantizeLinear → MatMulInteger → Cast → Mul: one scale for all
/// activations of a call, so that a loud row coarsens the others of its batch. And the projection to the vocabulary, which shares its table
/// with the embedding, they leave as MatMul(x, DequantizeLinear(Transpose(table))): some fifty megabytes of floats written for each token.</para>
/// <para>Both become ONNX Runtime's <c>MatMulNBits</c>, with the same weights and a scale for each row and block of 16 or 32 activations.
/// A row's result no longer depends on the rest of its batch, the word error rate falls, and decoding reads a quarter of the memory.
/// Products of many rows at a time are <see cref="TwoByteProducts"/>'.</para>
/// </remarks>
internal static class BlockQuantizedProducts
{
    // The smaller the blocks, the nearer to floats, and the larger the scales; the vocabulary's table is large, and its result is only compared.
    private const int WeightBlock = 16;
    private const int TableBlock = 32;
    private const int Bits = 8;

    // "Int8 accumulation" in the operator's list of accuracy levels.
    private const int IntegerAccuracy = 4;

    internal static void Apply(OnnxGraph graph) => GraphScope.Rewrite(graph, (scope, node) =>
    {
        if (DynamicProduct.Match(scope, node) is { } dynamic)
            scope.Replace(node, Product(scope.Root, node, dynamic.Input, dynamic.Weight, WeightBlock));
        else if (TableProduct(scope, node) is { } table)
            scope.Replace(node, Product(scope.Root, node, node.Inputs[0], table, TableBlock));
    });

    /// <summary>Matches MatMul(x, DequantizeLinear(Transpose(W))).</summary>
    private static ByteMatrix? TableProduct(GraphScope scope, OnnxNode node)
    {
        if (node.Operator is not "MatMul"
            || scope.Producer(node.Inputs[1], "DequantizeLinear") is not { Inputs.Count: 3 } expand
            || scope.Producer(expand.Inputs[0], "Transpose") is not { } transpose)
            return null;
        return ByteMatrix.Find(scope, transpose.Inputs[0], expand.Inputs[1], expand.Inputs[2], isTransposed: true);
    }

    private static OnnxNode Product(OnnxGraph root, OnnxNode node, string input, ByteMatrix weight, int blockSize)
    {
        var blocks = (weight.Depth + blockSize - 1) / blockSize;
        var name = weight.Name + "_blocks";
        if (!root.Tensors.ContainsKey(name))
        {
            var count = weight.Width * blocks;
            root.Add(OnnxTensor.Create(name, OnnxTensor.UInt8, [weight.Width, blocks, blockSize], weight.Columns(blocks * blockSize)));
            root.Add(OnnxTensor.Create(name + "_scales", [count], Repeat(weight.Scale, count)));
            root.Add(OnnxTensor.Create(name + "_zero_points", OnnxTensor.UInt8, [count], Repeat(weight.ZeroPoint, count)));
        }

        return new OnnxNode
        {
            Operator = "MatMulNBits",
            Domain = RuntimeOperators.Domain,
            Name = node.Name,
            Inputs = [input, name, name + "_scales", name + "_zero_points"],
            Outputs = node.Outputs,
        }.With("K", weight.Depth).With("N", weight.Width).With("bits", Bits).With("block_size", blockSize).With("accuracy_level", IntegerAccuracy);
    }

    private static T[] Repeat<T>(T value, int count)
    {
        var values = new T[count];
        Array.Fill(values, value);
        return values;
    }
}
