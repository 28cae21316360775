namespace Lectern.Tests.Cli;

/// <summary>How a run of the program ended.</summary>
/// <param name="ExitCode">Its exit status.</param>
/// <param name="Output">All of its standard output.</param>
/// <param name="Error">All of its standard error.</param>
internal sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    /// <summary>Gets the lines of standard error.</summary>
    internal string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Gets the lines of standard error that say what went wrong.</summary>
    internal string[] Failures => [.. ErrorLines.Where(line => line.StartsWith("Error", StringComparison.Ordinal))];

    /// <summary>Checks the exit status, and that no stack trace is shown.</summary>
    internal void AssertEnded(int exitCode)
    {
        Assert.True(exitCode == ExitCode, $"Exit status {ExitCode} instead of {exitCode}: {Error}");
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Error, StringComparison.Ordinal);
    }
}
