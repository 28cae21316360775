namespace Lectern.Tests.Recorder;

/// <summary>What befalls a recording.</summary>
internal enum Incident
{
    /// <summary>The page is loaded again.</summary>
    Refresh,

    /// <summary>Nothing gets through to the server for a while.</summary>
    NetworkCut,

    /// <summary>The server is killed, and started again a little later.</summary>
    ServerKill,

    /// <summary>The browser is killed, and opened again.</summary>
    BrowserKill,

    /// <summary>The browser is killed before the cookie of its workspace is on the disk, and opened again: with another workspace.</summary>
    NewBrowserKill,
}
