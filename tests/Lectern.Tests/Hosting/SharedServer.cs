namespace Lectern.Tests.Hosting;

/// <summary>One server for all tests of a class, where each of them needs no more than a workspace of its own.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    internal LecternTestServer Server { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Server = await LecternTestServer.StartAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
