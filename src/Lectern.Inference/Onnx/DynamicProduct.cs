namespace Lectern.Inference.Onnx;

/// <summary>A product with 8-bit weights as dynamic quantizers write it, with one scale for all activations of a call.</summary>
/// <param name="Input">Name of the float activations.</param>
/// <param name="Weight">The weights.</param>
internal sealed record DynamicProduct(string Input, ByteMatrix Weight)
{
    /// <summary>Matches Mul(Cast(MatMulInteger(quantized x, W)), x's scale × W's scale).</summary>
    internal static DynamicProduct? Match(GraphScope scope, OnnxNode node)
    {
        if (node.Operator is not "Mul"
            || scope.Producer(node.Inputs[0], "Cast") is not { } cast
            || scope.Producer(cast.Inputs[0], "MatMulInteger") is not { Inputs.Count: 4 } product
            || scope.Producer(product.Inputs[0], "DynamicQuantizeLinear") is not { } quantize
            || scope.Producer(node.Inputs[1], "Mul") is not { } scales
            || !string.Equals(scales.Inputs[0], quantize.Outputs[1], StringComparison.Ordinal)
            || ByteMatrix.Find(scope, product.Inputs[1], scales.Inputs[1], product.Inputs[3], isTransposed: false) is not { } weight)
            return null;
        return new DynamicProduct(quantize.Inputs[0], weight);
    }
}
