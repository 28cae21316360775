namespace Lectern.Bench.Pages;

/// <summary>What a browser tells of a page that it has opened.</summary>
/// <param name="Painted">Milliseconds until something of it was seen.</param>
/// <param name="Ready">Milliseconds until its own modules worked: uploads, links, the search, the recorder.</param>
/// <param name="Usable">Milliseconds until its connection to the server stood and everything on it answered.</param>
/// <param name="Shift">How much moved meanwhile (cumulative layout shift; under 0.1 counts as good).</param>
/// <param name="Kilobytes">What was fetched.</param>
internal sealed record PageTimes(double Painted, double Ready, double Usable, double Shift, double Kilobytes);
