namespace Lectern.Components.Layout;

/// <summary>A message that goes away by itself, with at most one thing to do about it.</summary>
/// <param name="Text">The message.</param>
/// <param name="Action">What the button says; null for none.</param>
/// <param name="Act">What the button does.</param>
public sealed record Toast(string Text, string? Action = null, Func<Task>? Act = null);
