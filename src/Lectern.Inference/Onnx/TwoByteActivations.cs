namespace Lectern.Inference.Onnx;

/// <summary>Rows of activations in two bytes each, so that integer products with 8-bit weights come out as exact as float ones.</summary>
/// <remarks>
/// A row is divided by its largest magnitude; what is left, in [-1, 1], is <c>high/127 + low/(127·254)</c>: sixteen bits in all, of which each byte
/// meets the weights in a product of its own. Two integer products take half the time of a float one where the processor has VNNI.
/// The nodes depend on the input alone and are shared by all products of it in a graph.
/// </remarks>
internal sealed class TwoByteActivations
{
    private const string Least = "two_byte_least";
    private const string HighStep = "two_byte_high_step";
    private const string LowStep = "two_byte_low_step";
    private const string Middle = "two_byte_middle";
    private const int FirstOperatorSetWithAxesAsInput = 18;
    private const string LastAxis = "two_byte_last_axis";

    private readonly string _prefix;

    private TwoByteActivations(string input) => _prefix = input + "_two_byte";

    private string High => _prefix + "_high";

    private string Low => _prefix + "_low";

    // The rows' largest magnitudes, shape of the input with a last axis of 1.
    private string RowScale => _prefix + "_scale";

    /// <summary>Returns the activations, and adds the nodes that compute them where they are not yet in the graph.</summary>
    /// <param name="scope">The graph.</param>
    /// <param name="input">Name of float activations, the last axis of which is a row.</param>
    /// <param name="nodes">Where the nodes go.</param>
    internal static TwoByteActivations Of(GraphScope scope, string input, List<OnnxNode> nodes)
    {
        var activations = new TwoByteActivations(input);
        if (scope.IsNew(activations._prefix))
        {
            AddConstants(scope.Root);
            activations.AddNodes(scope.Root, input, nodes);
        }

        return activations;
    }

    /// <summary>Adds the product of the rows with a matrix.</summary>
    /// <param name="nodes">Where the nodes go.</param>
    /// <param name="weight">The matrix.</param>
    /// <param name="name">What to call the values in between; unique in the graph.</param>
    /// <param name="output">The name to give to the result.</param>
    internal void Multiply(List<OnnxNode> nodes, ByteWeight weight, string name, string output)
    {
        nodes.Add(Product(name + "_high", High, HighStep, weight));
        nodes.Add(Product(name + "_low", Low, LowStep, weight));
        nodes.Add(OnnxNode.Create("Add", [name + "_high", name + "_low"], name + "_unscaled"));
        nodes.Add(OnnxNode.Create("Mul", [name + "_unscaled", RowScale], output));
    }

    private static OnnxNode Product(string name, string bytes, string step, ByteWeight weight) =>
        OnnxNode.Create("MatMulIntegerToFloat", [bytes, weight.Bytes, step, weight.Scale, Middle, weight.ZeroPoint], name, RuntimeOperators.Domain);

    private void AddNodes(OnnxGraph root, string input, List<OnnxNode> nodes)
    {
        nodes.Add(OnnxNode.Create("Abs", [input], _prefix + "_abs"));
        nodes.Add(RowMaximum(root, _prefix + "_abs", _prefix + "_max"));
        nodes.Add(OnnxNode.Create("Max", [_prefix + "_max", Least], RowScale));
        nodes.Add(OnnxNode.Create("Div", [input, RowScale], _prefix + "_unit"));
        nodes.Add(OnnxNode.Create("QuantizeLinear", [_prefix + "_unit", HighStep, Middle], High));
        nodes.Add(OnnxNode.Create("DequantizeLinear", [High, HighStep, Middle], _prefix + "_coarse"));
        nodes.Add(OnnxNode.Create("Sub", [_prefix + "_unit", _prefix + "_coarse"], _prefix + "_rest"));
        nodes.Add(OnnxNode.Create("QuantizeLinear", [_prefix + "_rest", LowStep, Middle], Low));
    }

    // The axes of a reduction were an attribute before they became an input.
    private static OnnxNode RowMaximum(OnnxGraph root, string input, string output)
    {
        var byInput = root.OperatorSet >= FirstOperatorSetWithAxesAsInput;
        var node = OnnxNode.Create("ReduceMax", byInput ? [input, LastAxis] : [input], output).With("keepdims", 1);
        return byInput ? node : node.With("axes", [-1]);
    }

    private static void AddConstants(OnnxGraph root)
    {
        // Keeps a row of zeros from being divided by zero.
        root.Add(OnnxTensor.Create(Least, [], [1e-20f]));
        root.Add(OnnxTensor.Create(HighStep, [], [1f / 127]));
        root.Add(OnnxTensor.Create(LowStep, [], [1f / (127 * 254)]));
        root.Add(OnnxTensor.Create(Middle, OnnxTensor.UInt8, [], [128]));
        root.Add(OnnxTensor.Create(LastAxis, -1));
    }
}
