using Lectern.Tests.Browser;

namespace Lectern.Tests.Recorder;

/// <summary>The tests that record, one after another, in a Chromium of their own beside that of the pages.</summary>
[CollectionDefinition(Collection)]
public sealed class RecorderGroup : ICollectionFixture<ChromiumFixture>
{
    /// <summary>Name of the collection.</summary>
    public const string Collection = "Recorder";
}
