namespace Lectern.Inference.Onnx;

/// <summary>Computes the products of many rows at a time, those of all frames of a window, on integers without losing precision.</summary>
/// <remarks>
/// Where weights are read once for hundreds of rows, arithmetic counts, and <see cref="BlockQuantizedProducts"/> is no faster than floats: here
/// <see cref="TwoByteActivations"/> are. For a single token reading the weights is what counts, and block by block it stays.
/// </remarks>
internal static class TwoByteProducts
{
    /// <summary>Rewrites the dynamically quantized products of an encoder.</summary>
    internal static void ApplyToEncoder(OnnxGraph graph) => ApplyToEncoder(graph, ByteWeight.IsSignedHere);

    /// <summary>Rewrites the dynamically quantized products of an encoder, with signed weights or unsigned ones.</summary>
    internal static void ApplyToEncoder(OnnxGraph graph, bool isSigned) => Apply(graph, static (_, _) => true, isSigned);

    /// <summary>Rewrites a decoder's products with the encoder's output, which are computed once for all its frames.</summary>
    internal static void ApplyToDecoder(OnnxGraph graph) => Apply(graph, static (scope, input) => scope.Root.Inputs.Contains(input), ByteWeight.IsSignedHere);

    private static void Apply(OnnxGraph graph, Func<GraphScope, string, bool> hasManyRows, bool isSigned) => GraphScope.Rewrite(graph, (scope, node) =>
    {
        if (DynamicProduct.Match(scope, node) is not { } product || !hasManyRows(scope, product.Input))
            return;
        var nodes = new List<OnnxNode>();
        var rows = TwoByteActivations.Of(scope, product.Input, nodes);
        var weight = ByteWeight.Add(scope.Root, product.Weight, isSigned);
        rows.Multiply(nodes, weight, node.Name + "_two_byte", node.Outputs[0]);
        scope.Replace(node, [.. nodes]);
    });
}
