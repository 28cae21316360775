using System.Reflection;
using Lectern.Cli;
using Lectern.Inference;
using Lectern.Notes.Exports;

namespace Lectern.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void Program_stands_on_notes_and_inference()
    {
        var references = OwnReferences(typeof(LecternCommand).Assembly);

        Assert.Equal(["Lectern.Inference", "Lectern.Notes"], references);
    }

    [Fact]
    public void Notes_stand_on_inference_alone()
    {
        var references = OwnReferences(typeof(ExportFormats).Assembly);

        Assert.Equal(["Lectern.Inference"], references);
    }

    [Fact]
    public void Inference_stands_on_nothing_of_ours()
    {
        var references = OwnReferences(typeof(SampleClock).Assembly);

        Assert.Empty(references);
    }

    private static string[] OwnReferences(Assembly assembly) =>
    [
        .. assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("lectern", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal),
    ];
}
