using System.Runtime.InteropServices;
using Lectern.Inference.Onnx;
using Lectern.Inference.Tests.Catalog;
using Microsoft.ML.OnnxRuntime;

namespace Lectern.Inference.Tests.Onnx;

/// <summary>A small ONNX graph written by hand, field by field as in the specification.</summary>
internal sealed class TinyGraph
{
    internal const int Bool = 9;

    private readonly WireMessage _graph = new WireMessage().Add(2, "tiny");

    /// <summary>Adds a node; attributes are integers, lists of integers, or branches.</summary>
    internal TinyGraph Node(string @operator, string[] inputs, string[] outputs, params (string Name, object Value)[] attributes)
    {
        var node = new WireMessage();
        foreach (var input in inputs)
            node.Add(1, input);
        foreach (var output in outputs)
            node.Add(2, output);
        node.Add(3, "node_of_" + outputs[0]).Add(4, @operator);
        foreach (var (name, value) in attributes)
            node.Add(5, Attribute(name, value));
        _graph.Add(1, node);
        return this;
    }

    /// <summary>Adds an input of the graph; a number is a fixed axis, a text a dynamic one.</summary>
    internal TinyGraph Input(string name, int elementType, params object[] axes)
    {
        _graph.Add(11, Value(name, elementType, axes));
        return this;
    }

    internal TinyGraph Output(string name, int elementType, params object[] axes)
    {
        _graph.Add(12, Value(name, elementType, axes));
        return this;
    }

    internal TinyGraph Floats(string name, long[] dims, params float[] values) => Constant(OnnxTensor.Create(name, dims, values));

    internal TinyGraph Integers(string name, params long[] values) =>
        Constant(OnnxTensor.Create(name, OnnxTensor.Int64, [values.Length], MemoryMarshal.AsBytes(values.AsSpan()).ToArray()));

    internal TinyGraph Bytes(string name, long[] dims, params byte[] values) => Constant(OnnxTensor.Create(name, OnnxTensor.UInt8, dims, values));

    /// <summary>Returns the file of a model with this main graph.</summary>
    internal byte[] ToModel() => Model(_graph);

    /// <summary>Returns the model after OnnxModel has read it, a pass has changed it, and what leads to no output has been removed.</summary>
    internal byte[] Rewritten(Action<OnnxGraph> pass)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["tiny.onnx"], ToModel());
        var model = OnnxModel.Load(folder["tiny.onnx"]);
        pass(model.Graph);
        model.Graph.Prune();
        return model.ToArray();
    }

    /// <summary>Runs a model in ONNX Runtime and returns its first output.</summary>
    internal static float[] Run(byte[] model, params (string Name, long[] Shape, float[] Values)[] inputs)
    {
        using var session = new InferenceSession(model);
        using var options = new RunOptions();
        var values = inputs.Select(input => OrtValue.CreateTensorValueFromMemory(input.Values, input.Shape)).ToList();
        try
        {
            using var outputs = session.Run(options, [.. inputs.Select(input => input.Name)], values, [session.OutputNames[0]]);
            return outputs[0].GetTensorDataAsSpan<float>().ToArray();
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }

    /// <summary>Counts the nodes of an operator in a model's main graph.</summary>
    internal static int Count(byte[] model, string @operator) =>
        OnnxGraph.Parse(WireMessage.Parse(model).Bytes(7)).Nodes.Count(node => string.Equals(node.Operator, @operator, StringComparison.Ordinal));

    private TinyGraph Constant(OnnxTensor tensor)
    {
        _graph.Add(5, tensor.Wire);
        return this;
    }

    private static byte[] Model(WireMessage graph) => new WireMessage()
        .Add(1, 8)
        .Add(8, new WireMessage().Add(1, "").Add(2, 17))
        .Add(7, graph)
        .ToArray();

    private static WireMessage Attribute(string name, object value)
    {
        const int Integer = 2;
        const int Graph = 5;
        const int IntegerList = 7;
        var attribute = new WireMessage().Add(1, name);
        switch (value)
        {
            case TinyGraph branch:
                return attribute.Add(6, branch._graph).Add(20, Graph);
            case long[] list:
                foreach (var element in list)
                    attribute.Add(8, element);
                return attribute.Add(20, IntegerList);
            default:
                return attribute.Add(3, Convert.ToInt64(value, provider: null)).Add(20, Integer);
        }
    }

    private static WireMessage Value(string name, int elementType, object[] axes)
    {
        var shape = new WireMessage();
        foreach (var axis in axes)
            shape.Add(1, axis is string dynamic ? new WireMessage().Add(2, dynamic) : new WireMessage().Add(1, Convert.ToInt64(axis, provider: null)));
        var tensor = new WireMessage().Add(1, elementType).Add(2, shape);
        return new WireMessage().Add(1, name).Add(2, new WireMessage().Add(1, tensor));
    }
}
