namespace Lectern.Inference.Onnx;

/// <summary>The operations and constants of a model, or of one branch of it, open to rewriting.</summary>
/// <remarks>Field numbers are those of <c>GraphProto</c>; fields that no pass needs are kept as they are. Not thread-safe.</remarks>
internal sealed class OnnxGraph
{
    private const int NodeField = 1;
    private const int TensorField = 5;
    private const int InputField = 11;
    private const int OutputField = 12;
    private const int ValueNameField = 1;
    private const int DeepestNesting = 16;

    private readonly WireMessage _rest = new();

    /// <summary>Gets the version of ONNX's own operators that a main graph is written in; 0 where nobody said.</summary>
    internal long OperatorSet { get; set; }

    /// <summary>Gets the operations in the order of computation.</summary>
    internal List<OnnxNode> Nodes { get; private set; } = [];

    /// <summary>Gets the constants by name.</summary>
    internal Dictionary<string, OnnxTensor> Tensors { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the names of the graph's inputs.</summary>
    internal List<string> Inputs { get; } = [];

    /// <summary>Gets the names of the graph's outputs.</summary>
    internal List<string> Outputs { get; } = [];

    /// <param name="wire">The message; the graph goes on to refer to it.</param>
    /// <param name="depth">How many graphs lie around this one.</param>
    /// <exception cref="InvalidDataException">Graphs are nested deeper than any model's.</exception>
    internal static OnnxGraph Parse(ReadOnlyMemory<byte> wire, int depth = 0)
    {
        if (depth > DeepestNesting)
            throw new InvalidDataException("its graphs are nested too deep");
        var graph = new OnnxGraph();
        foreach (var field in WireMessage.Parse(wire).Fields)
        {
            if (field.Number == NodeField)
                graph.Nodes.Add(OnnxNode.Parse(field.Bytes, depth));
            else if (field.Number == TensorField)
                graph.Add(OnnxTensor.Parse(field.Bytes));
            else
                graph.Keep(field);
        }

        return graph;
    }

    internal OnnxTensor Add(OnnxTensor tensor) => Tensors[tensor.Name] = tensor;

    /// <summary>Adds a float input whose axes are all dynamic.</summary>
    /// <param name="name">Name of the input.</param>
    /// <param name="axes">A name for each axis; axes of one name must have the same length.</param>
    internal void AddFloatInput(string name, params string[] axes)
    {
        // ValueInfoProto { name = 1, type = 2 { tensor_type = 1 { elem_type = 1, shape = 2 { dim = 1 { dim_param = 2 } } } } }
        var shape = new WireMessage();
        foreach (var axis in axes)
            shape.Add(1, new WireMessage().Add(2, axis));
        var tensor = new WireMessage().Add(1, OnnxTensor.Float).Add(2, shape);
        var value = new WireMessage().Add(ValueNameField, name).Add(2, new WireMessage().Add(1, tensor));
        Keep(WireField.OfBytes(InputField, value.ToArray()));
    }

    /// <summary>Returns for each computed value the node that computes it.</summary>
    internal Dictionary<string, OnnxNode> Producers()
    {
        var producers = new Dictionary<string, OnnxNode>(StringComparer.Ordinal);
        foreach (var node in Nodes)
        {
            foreach (var output in node.Outputs.Where(output => output.Length > 0))
                producers[output] = node;
        }

        return producers;
    }

    /// <summary>Removes operations and constants that lead to no output, also in the branches.</summary>
    internal void Prune() => KeepNeeded();

    internal WireMessage ToMessage()
    {
        var message = new WireMessage();
        Nodes.ForEach(node => message.Add(NodeField, node.ToMessage()));
        foreach (var field in _rest.Fields)
            message.Add(field);
        foreach (var tensor in Tensors.Values)
            message.Add(TensorField, tensor.Wire);
        return message;
    }

    private HashSet<string> KeepNeeded()
    {
        var needed = new HashSet<string>(Outputs, StringComparer.Ordinal);
        var kept = new List<OnnxNode>();
        foreach (var node in Enumerable.Reverse(Nodes))
        {
            if (!node.Outputs.Exists(needed.Contains))
                continue;
            kept.Add(node);
            needed.UnionWith(node.Inputs);
            foreach (var branch in node.Subgraphs.Values)
                needed.UnionWith(branch.KeepNeeded());
        }

        kept.Reverse();
        Nodes = kept;
        foreach (var name in Tensors.Keys.Where(name => !needed.Contains(name)).ToList())
            Tensors.Remove(name);
        return needed;
    }

    private void Keep(WireField field)
    {
        if (field.Number is InputField or OutputField)
            (field.Number == InputField ? Inputs : Outputs).Add(WireMessage.Parse(field.Bytes).Text(ValueNameField));
        _rest.Add(field);
    }
}
