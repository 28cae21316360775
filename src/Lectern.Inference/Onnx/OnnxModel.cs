using Google.Protobuf;

namespace Lectern.Inference.Onnx;

/// <summary>An ONNX model read for rewriting before it is handed to the runtime.</summary>
internal sealed class OnnxModel
{
    private const int GraphField = 7;
    private const int OperatorSetField = 8;
    private const int DomainField = 1;
    private const int VersionField = 2;

    private readonly WireMessage _rest;

    private OnnxModel(OnnxGraph graph, WireMessage rest)
    {
        Graph = graph;
        _rest = rest;
    }

    /// <summary>Gets the main graph.</summary>
    internal OnnxGraph Graph { get; }

    /// <summary>Reads a model.</summary>
    /// <param name="file">Path of an <c>.onnx</c> file with its weights inside.</param>
    /// <exception cref="ModelException">The file is missing, cannot be read, or is not an ONNX model.</exception>
    internal static OnnxModel Load(string file)
    {
        try
        {
            var rest = new WireMessage();
            OnnxGraph? graph = null;
            foreach (var field in WireMessage.Parse(File.ReadAllBytes(file)).Fields)
            {
                if (field.Number == GraphField)
                    graph = OnnxGraph.Parse(field.Bytes);
                else
                    rest.Add(field);
            }

            if (graph is null || graph.Outputs.Count == 0)
                throw new InvalidDataException("it holds no graph");
            graph.OperatorSet = rest.All(OperatorSetField).Select(WireMessage.Parse).FirstOrDefault(set => set.Text(DomainField).Length == 0)?.Integer(VersionField) ?? 0;
            return new OnnxModel(graph, rest);
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or InvalidDataException or IOException
            or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            throw new ModelException(
                $"The model file '{file}' cannot be read as ONNX ({error.Message.TrimEnd('.')}). Fetch the model again with 'lectern models get'.",
                error);
        }
    }

    /// <summary>Writes the model for the runtime; declares ONNX Runtime's own operators, which the passes use.</summary>
    internal byte[] ToArray()
    {
        var message = new WireMessage();
        foreach (var field in _rest.Fields)
            message.Add(field);
        message.Add(OperatorSetField, new WireMessage().Add(DomainField, RuntimeOperators.Domain).Add(VersionField, 1L));
        message.Add(GraphField, Graph.ToMessage());
        return message.ToArray();
    }
}
