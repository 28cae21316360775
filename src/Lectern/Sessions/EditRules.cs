using System.Text.RegularExpressions;
using Lectern.Data;

namespace Lectern.Sessions;

/// <summary>Checks and tidies what a user typed, before it is kept: one line, no control characters, not empty, not longer than it may be.</summary>
internal static partial class EditRules
{
    internal const int LongestTitle = 200;
    internal const int LongestText = 4_000;
    internal const int LongestTag = 40;
    internal const int MostTags = 20;

    /// <exception cref="LectureException">It is empty or too long.</exception>
    internal static LectureEdit Clean(LectureEdit edit)
    {
        var text = OneLine(edit.Text);
        var longest = edit.Target == EditTarget.Title ? LongestTitle : LongestText;
        if (text.Length == 0)
            throw new LectureException("An empty text cannot be kept. To take a change back, use undo.");
        if (text.Length > longest)
            throw new LectureException($"The text has {text.Length} characters; {longest} are allowed here.");
        return edit with { Text = text };
    }

    /// <exception cref="LectureException">It is too long.</exception>
    internal static string CleanCourse(string course) => Short(OneLine(course), LongestTitle, "course");

    /// <exception cref="LectureException">There are too many, or one is too long.</exception>
    internal static IReadOnlyList<string> CleanTags(IReadOnlyList<string> tags)
    {
        var clean = tags.Select(OneLine).Where(tag => tag.Length > 0).Select(tag => Short(tag, LongestTag, "tag")).Distinct(StringComparer.Ordinal).ToList();
        return clean.Count <= MostTags ? clean : throw new LectureException($"A lecture has {MostTags} tags at most.");
    }

    private static string Short(string text, int longest, string what) =>
        text.Length <= longest ? text : throw new LectureException($"The {what} has {text.Length} characters; {longest} are allowed.");

    /// <summary>Makes one line of a text, without what could turn it round or hide a part of it.</summary>
    internal static string OneLine(string text) => WhiteSpace().Replace(text, " ").Trim();

    // Control and formatting characters too: they could turn a line round or hide a part of it.
    [GeneratedRegex(@"[\s\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhiteSpace();
}
