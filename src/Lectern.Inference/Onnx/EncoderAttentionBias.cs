namespace Lectern.Inference.Onnx;

/// <summary>Gives a decoder an input that hides padding from cross-attention, so that windows of different lengths decode as one batch.</summary>
/// <remarks>
/// Exports of speech models leave the encoder's mask out, because a lone window needs none. The pass adds the input
/// <see cref="InputName"/>, float [batch, 1, 1, encoder length], and adds it to the scores of every attention over
/// <c>*.encoder.value</c>: 0 keeps a frame, a large negative number hides it.
/// </remarks>
internal static class EncoderAttentionBias
{
    /// <summary>The name of the added input.</summary>
    internal const string InputName = "encoder_attention_bias";

    /// <summary>Adds the input.</summary>
    /// <param name="graph">A merged decoder's main graph; changed only where attention over the encoder is found.</param>
    /// <returns>Whether the input was added.</returns>
    internal static bool TryApply(OnnxGraph graph)
    {
        var found = false;
        GraphScope.Rewrite(graph, (scope, node) =>
        {
            if (node.Operator is not "Softmax"
                || scope.Consumer(node.Outputs[0], "MatMul") is not { } weighted
                || !weighted.Inputs[1].EndsWith(".encoder.value", StringComparison.Ordinal))
                return;
            found = true;
            var biased = node.Name + "_biased";
            var add = new OnnxNode { Operator = "Add", Name = biased, Inputs = [node.Inputs[0], InputName], Outputs = [biased] };
            node.Inputs[0] = biased;
            scope.Replace(node, add, node);
        });
        if (found)
            graph.AddFloatInput(InputName, "batch_size", "one_head", "one_query", "encoder_frames");
        return found;
    }
}
