using Lectern.Tests.Browser;
using Lectern.Tests.Recorder;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Lectern.Tests.LongestFirst))]

namespace Lectern.Tests;

/// <summary>Begins with the tests that share a browser and follow each other: begun last, they would go on alone when all others are done.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.TestCollectionDisplayName switch
        {
            ChromiumFixture.Collection => 0,
            RecorderGroup.Collection => 1,
            _ => 2,
        })];
}
