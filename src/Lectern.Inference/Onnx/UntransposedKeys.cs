namespace Lectern.Inference.Onnx;

/// <summary>Lets attention read its keys as they lie in the cache, where the graph would transpose and scale all of them for each token.</summary>
/// <remarks>
/// <c>MatMul(q, Mul(Transpose(k), s))</c> with a scalar <c>s</c> becomes <c>FusedMatMul(Mul(q, s), k, transB)</c>: the same product, with the
/// scaling on the one query instead of on hundreds of keys.
/// </remarks>
internal static class UntransposedKeys
{
    private static readonly long[] SwapLastTwo = [0, 1, 3, 2];

    internal static void Apply(OnnxGraph graph) => GraphScope.Rewrite(graph, (scope, node) =>
    {
        if (node.Operator is not "MatMul"
            || scope.Producer(node.Inputs[1], "Mul") is not { } scaled
            || scope.Producer(scaled.Inputs[0], "Transpose") is not { } transpose
            || !transpose.Integers("perm").AsSpan().SequenceEqual(SwapLastTwo)
            || !IsScalar(scope, scaled.Inputs[1]))
            return;
        var query = node.Name + "_scaled_query";
        scope.Replace(
            node,
            new OnnxNode { Operator = "Mul", Name = query, Inputs = [node.Inputs[0], scaled.Inputs[1]], Outputs = [query] },
            new OnnxNode
            {
                Operator = "FusedMatMul",
                Domain = RuntimeOperators.Domain,
                Name = node.Name,
                Inputs = [query, transpose.Inputs[0]],
                Outputs = node.Outputs,
            }.With("transB", 1));
    });

    /// <summary>Whether a value is one number: a constant, or the root of the head size that exporters compute from a shape.</summary>
    private static bool IsScalar(GraphScope scope, string value) =>
        scope.Constant(value) is { Count: 1 }
        || (scope.Producer(value, "Sqrt") is { } root
            && scope.Producer(root.Inputs[0], "Div") is { } ratio
            && scope.Producer(ratio.Inputs[1], "Sqrt") is { } size
            && scope.Producer(size.Inputs[0], "Cast") is { } cast
            && scope.Producer(cast.Inputs[0], "Slice") is { } slice
            && scope.Producer(slice.Inputs[0], "Shape") is not null);
}
