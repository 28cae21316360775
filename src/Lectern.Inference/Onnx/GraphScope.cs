namespace Lectern.Inference.Onnx;

/// <summary>A graph or branch during one pass: who computes a value, which constants can be seen, and what replaces what.</summary>
internal sealed class GraphScope
{
    private readonly Dictionary<string, OnnxNode> _producers;
    private readonly GraphScope? _outer;
    private readonly Dictionary<OnnxNode, OnnxNode[]> _replacements = [];
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);

    private GraphScope(OnnxGraph graph, GraphScope? outer)
    {
        Graph = graph;
        _outer = outer;
        _producers = graph.Producers();
    }

    /// <summary>Gets the graph itself.</summary>
    internal OnnxGraph Graph { get; }

    /// <summary>Gets the model's main graph, whose constants every branch can see.</summary>
    internal OnnxGraph Root => _outer?.Root ?? Graph;

    /// <summary>Runs a pass over a model's main graph and all its branches.</summary>
    /// <param name="graph">The main graph; changed in place.</param>
    /// <param name="visit">Called for each node in order of computation; says what it wants replaced by <see cref="Replace"/>.</param>
    internal static void Rewrite(OnnxGraph graph, Action<GraphScope, OnnxNode> visit) => Rewrite(new GraphScope(graph, outer: null), visit);

    /// <summary>Returns the node of this graph that computes a value, if it is one of the given operator.</summary>
    internal OnnxNode? Producer(string value, string @operator) =>
        _producers.TryGetValue(value, out var node) && string.Equals(node.Operator, @operator, StringComparison.Ordinal) ? node : null;

    /// <summary>Returns the first node of this graph that reads a value, if it is one of the given operator.</summary>
    internal OnnxNode? Consumer(string value, string @operator) =>
        Graph.Nodes.Find(node => string.Equals(node.Operator, @operator, StringComparison.Ordinal) && node.Inputs.Contains(value));

    /// <summary>Returns a constant of this graph or of one around it.</summary>
    internal OnnxTensor? Constant(string value) => Graph.Tensors.GetValueOrDefault(value) ?? _outer?.Constant(value);

    /// <summary>Notes down that this pass has added nodes of a name to this graph; false where it had before, so that they can be shared.</summary>
    internal bool IsNew(string name) => _shared.Add(name);

    /// <summary>Puts other nodes in the place of one; they must compute all its outputs that are still read.</summary>
    internal void Replace(OnnxNode node, params OnnxNode[] replacement) => _replacements[node] = replacement;

    private static void Rewrite(GraphScope scope, Action<GraphScope, OnnxNode> visit)
    {
        foreach (var node in scope.Graph.Nodes)
        {
            foreach (var branch in node.Subgraphs.Values)
                Rewrite(new GraphScope(branch, scope), visit);
            visit(scope, node);
        }

        var nodes = scope.Graph.Nodes.SelectMany(node => scope._replacements.GetValueOrDefault(node) ?? [node]).ToList();
        scope.Graph.Nodes.Clear();
        scope.Graph.Nodes.AddRange(nodes);
    }
}
