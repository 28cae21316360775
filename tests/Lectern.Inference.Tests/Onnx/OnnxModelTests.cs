using CsCheck;
using Lectern.Inference.Onnx;
using Lectern.Inference.Tests.Catalog;

namespace Lectern.Inference.Tests.Onnx;

public sealed class OnnxModelTests : IDisposable
{
    private const int GraphField = 7;
    private const int OperatorSetField = 8;

    private readonly TemporaryFolder _folder = new();

    private string File => _folder["some.onnx"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Unchanged_model_keeps_its_fields_and_declares_the_runtimes_operators()
    {
        var bytes = WireMessage.Parse(Branching().ToModel()).Add(2, "some producer").Add(14, new WireMessage().Add(1, "key").Add(2, "value")).ToArray();

        var written = WireMessage.Parse(Load(bytes).ToArray());

        var read = WireMessage.Parse(bytes);
        Assert.Equal("some producer", written.Text(2));
        Assert.Equal(read.Integer(1), written.Integer(1));
        Assert.Equal(read.Bytes(14).ToArray(), written.Bytes(14).ToArray());
        Assert.Equal(["", RuntimeOperators.Domain], written.All(OperatorSetField).Select(set => WireMessage.Parse(set).Text(1)));
        Assert.Equal(Sorted(read.Bytes(GraphField)), Sorted(written.Bytes(GraphField)));
    }

    [Fact]
    public void Fields_of_a_node_that_no_pass_knows_survive()
    {
        var node = new WireMessage().Add(1, "x").Add(2, "y").Add(3, "n").Add(4, "Identity").Add(6, "a comment").Add(8, "an overload");

        var written = OnnxNode.Parse(node.ToArray(), depth: 0).ToMessage().ToArray();

        Assert.Equal("a comment", WireMessage.Parse(written).Text(6));
        Assert.Equal("an overload", WireMessage.Parse(written).Text(8));
    }

    [Theory]
    [InlineData(true, 12)]
    [InlineData(false, -8)]
    public void Unchanged_model_computes_the_same(bool positive, float expected)
    {
        var bytes = Branching().ToModel();
        var x = positive ? 2f : -2f;

        Assert.Equal([expected], TinyGraph.Run(bytes, ("x", [1], [x])));
        Assert.Equal([expected], TinyGraph.Run(Load(bytes).ToArray(), ("x", [1], [x])));
    }

    [Fact]
    public void Pruning_removes_what_leads_nowhere_and_keeps_what_branches_need()
    {
        var model = Load(Branching().ToModel());

        model.Graph.Prune();

        Assert.Equal(["Greater", "Mul", "If"], model.Graph.Nodes.Select(node => node.Operator));
        Assert.Equal(["eight", "two", "zero"], model.Graph.Tensors.Keys.Order(StringComparer.Ordinal));
        Assert.All(model.Graph.Nodes[^1].Subgraphs.Values, branch => Assert.Single(branch.Nodes));
        Assert.Equal([12], TinyGraph.Run(model.ToArray(), ("x", [1], [2f])));
        Assert.Equal([-8], TinyGraph.Run(model.ToArray(), ("x", [1], [-2f])));
    }

    [Fact]
    public void Missing_file_is_named() => AssertNamed(() => OnnxModel.Load(File));

    [Theory]
    [InlineData("")]
    [InlineData("This is no model but a line of text.\n")]
    [InlineData("<html><body>404 Not Found</body></html>")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")]
    public void File_of_another_kind_is_named(string text)
    {
        System.IO.File.WriteAllText(File, text);

        AssertNamed(() => OnnxModel.Load(File));
    }

    [Fact]
    public void Model_cut_off_anywhere_is_named()
    {
        var bytes = Branching().ToModel();

        for (var length = 0; length < bytes.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, bytes[..length]);
            AssertNamed(() => OnnxModel.Load(File));
        }
    }

    [Fact]
    public void Random_bytes_are_named_or_read() =>
        Gen.Byte.Array[0, 200].Sample(AssertReadOrNamed, iter: 1000, threads: 1);

    [Fact]
    public void Model_with_wrong_bytes_is_named_or_read()
    {
        var bytes = Branching().ToModel();

        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Array[1, 5].Sample(
            changes =>
            {
                var damaged = bytes.ToArray();
                foreach (var (at, value) in changes)
                    damaged[at] = value;
                AssertReadOrNamed(damaged);
            },
            iter: 2000,
            threads: 1);
    }

    /// <summary>x · 2 where x is positive, then + 8 → 12 for 2; x · 2 - 4 → -8 for -2; with dead nodes and constants at both levels.</summary>
    private static TinyGraph Branching()
    {
        TinyGraph Branch(string name, string constant) => new TinyGraph()
            .Node("Identity", ["unused"], [name + "_dead"])
            .Node("Add", ["doubled", constant], [name])
            .Output(name, OnnxTensor.Float, 1);
        return new TinyGraph()
            .Input("x", OnnxTensor.Float, 1)
            .Floats("zero", [1], 0)
            .Floats("two", [1], 2)
            .Floats("eight", [1], 8)
            .Floats("unused", [1], 1)
            .Node("Greater", ["x", "zero"], ["is_positive"])
            .Node("Mul", ["x", "two"], ["doubled"])
            .Node("Neg", ["unused"], ["dead"])
            .Node("If", ["is_positive"], ["y"], ("then_branch", Branch("high", "eight")), ("else_branch", Branch("low", "minus_four").Floats("minus_four", [1], -4)))
            .Output("y", OnnxTensor.Float, 1);
    }

    /// <summary>The order of a graph's parts is free, that of nodes apart.</summary>
    private static List<string> Sorted(ReadOnlyMemory<byte> graph) =>
        [.. WireMessage.Parse(graph).Fields.Where(field => field.Number != 1).Select(field => $"{field.Number}: {Convert.ToHexString(field.Bytes.Span)}").Order(StringComparer.Ordinal)];

    private void AssertReadOrNamed(byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File, bytes);
        try
        {
            Assert.NotEmpty(OnnxModel.Load(File).Graph.Outputs);
        }
        catch (ModelException error)
        {
            Assert.Contains(File, error.Message, StringComparison.Ordinal);
        }
    }

    private void AssertNamed(Action action) => Assert.Contains(File, Assert.Throws<ModelException>(action).Message, StringComparison.Ordinal);

    private OnnxModel Load(byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File, bytes);
        return OnnxModel.Load(File);
    }
}
