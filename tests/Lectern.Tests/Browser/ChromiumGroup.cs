namespace Lectern.Tests.Browser;

/// <summary>The tests that share one Chromium and run one after another.</summary>
[CollectionDefinition(ChromiumFixture.Collection)]
public sealed class ChromiumGroup : ICollectionFixture<ChromiumFixture>, ICollectionFixture<PreparedLecture>;
