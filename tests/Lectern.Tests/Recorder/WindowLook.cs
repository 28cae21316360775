using Microsoft.Playwright;

namespace Lectern.Tests.Recorder;

/// <summary>How a recorder's window looks, and whether its user lets it hear.</summary>
internal sealed record WindowLook(int Width, ColorScheme Scheme, bool MayHear = true);
