using Lectern.Notes.Marks;

namespace Lectern.Marks;

/// <summary>The kinds of marks by the names that browsers and programs use.</summary>
internal static class MarkKinds
{
    private static readonly Dictionary<string, MarkKind> ByName = Enum.GetValues<MarkKind>().ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>Gets all names, for a sentence: "important, exam, …".</summary>
    internal static string Names { get; } = string.Join(", ", ByName.Keys);

    /// <summary>Returns the name of a kind.</summary>
    internal static string NameOf(MarkKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Returns the kind of a name; null where it is none.</summary>
    internal static MarkKind? Find(string? name) => name is not null && ByName.TryGetValue(name, out var kind) ? kind : null;
}
