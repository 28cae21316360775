namespace Lectern.Inference.Onnx;

/// <summary>One operation of a graph; inputs and outputs are names of values, an empty name an input that is left out.</summary>
internal sealed class OnnxNode
{
    private const int InputField = 1;
    private const int OutputField = 2;
    private const int NameField = 3;
    private const int OperatorField = 4;
    private const int AttributeField = 5;
    private const int DomainField = 7;
    private const int AttributeNameField = 1;
    private const int AttributeIntegerField = 3;
    private const int AttributeGraphField = 6;
    private const int AttributeIntegersField = 8;
    private const int AttributeTypeField = 20;
    private const int IntegerType = 2;
    private const int IntegersType = 7;

    private readonly List<WireMessage> _attributes = [];
    private readonly WireMessage _rest = new();

    internal required string Operator { get; init; }

    internal string Domain { get; init; } = "";

    internal string Name { get; init; } = "";

    internal required List<string> Inputs { get; init; }

    internal required List<string> Outputs { get; init; }

    /// <summary>Gets the branches of an <c>If</c> or the body of a loop, by attribute name.</summary>
    internal Dictionary<string, OnnxGraph> Subgraphs { get; } = [];

    /// <summary>Creates a node with one output, after which it is named.</summary>
    internal static OnnxNode Create(string @operator, List<string> inputs, string output, string domain = "") =>
        new() { Operator = @operator, Domain = domain, Name = output + "_node", Inputs = inputs, Outputs = [output] };

    internal static OnnxNode Parse(ReadOnlyMemory<byte> wire, int depth)
    {
        var message = WireMessage.Parse(wire);
        var node = new OnnxNode
        {
            Operator = message.Text(OperatorField),
            Domain = message.Text(DomainField),
            Name = message.Text(NameField),
            Inputs = message.Texts(InputField),
            Outputs = message.Texts(OutputField),
        };
        foreach (var field in message.Fields.Where(field => !IsKnown(field.Number)))
            node._rest.Add(field);
        foreach (var attribute in message.All(AttributeField).Select(WireMessage.Parse))
        {
            var graph = attribute.Bytes(AttributeGraphField);
            if (graph.Length > 0)
                node.Subgraphs.Add(attribute.Text(AttributeNameField), OnnxGraph.Parse(graph, depth + 1));
            else
                node._attributes.Add(attribute);
        }

        return node;
    }

    /// <summary>Returns a list of integers, empty where the node has no such attribute.</summary>
    internal long[] Integers(string attribute) => Find(attribute)?.Integers(AttributeIntegersField) ?? [];

    /// <summary>Adds a list of integers and returns this node.</summary>
    internal OnnxNode With(string attribute, long[] values)
    {
        var message = new WireMessage().Add(AttributeNameField, attribute);
        foreach (var value in values)
            message.Add(AttributeIntegersField, value);
        _attributes.Add(message.Add(AttributeTypeField, IntegersType));
        return this;
    }

    /// <summary>Adds an integer attribute and returns this node.</summary>
    internal OnnxNode With(string attribute, long value)
    {
        _attributes.Add(new WireMessage()
            .Add(AttributeNameField, attribute)
            .Add(AttributeIntegerField, value)
            .Add(AttributeTypeField, IntegerType));
        return this;
    }

    internal WireMessage ToMessage()
    {
        var message = new WireMessage();
        Inputs.ForEach(input => message.Add(InputField, input));
        Outputs.ForEach(output => message.Add(OutputField, output));
        message.Add(NameField, Name).Add(OperatorField, Operator).Add(DomainField, Domain);
        _attributes.ForEach(attribute => message.Add(AttributeField, attribute));
        foreach (var (name, graph) in Subgraphs)
        {
            const int GraphType = 5;
            message.Add(AttributeField, new WireMessage()
                .Add(AttributeNameField, name)
                .Add(AttributeGraphField, graph.ToMessage())
                .Add(AttributeTypeField, GraphType));
        }

        foreach (var field in _rest.Fields)
            message.Add(field);
        return message;
    }

    private static bool IsKnown(int field) =>
        field is InputField or OutputField or NameField or OperatorField or AttributeField or DomainField;

    private WireMessage? Find(string attribute) =>
        _attributes.Find(candidate => string.Equals(candidate.Text(AttributeNameField), attribute, StringComparison.Ordinal));
}
