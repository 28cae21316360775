namespace Lectern.Cli;

/// <summary>What the program's exit status means; documented in the README.</summary>
public static class ExitCodes
{
    /// <summary>All that was asked for is done.</summary>
    public const int Done = 0;

    /// <summary>At least one recording failed, or a check found something wrong; the others are done.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>Something that the program needs is missing and could not be fetched.</summary>
    public const int Setup = 3;

    /// <summary>Interrupted by the user; the same command goes on from here.</summary>
    public const int Interrupted = 130;
}
