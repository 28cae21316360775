using System.Text;

namespace Lectern.Notes.Exports;

/// <summary>Writes any text as Markdown that shows exactly that text.</summary>
/// <remarks>Escapes by CommonMark 0.31, sections 2.4 and 2.5, and the tilde and bar of GitHub's dialect.</remarks>
public static class MarkdownText
{
    /// <summary>Returns one line of Markdown that shows a text.</summary>
    /// <param name="text">Any text; line breaks become spaces.</param>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var escaped = new StringBuilder(line.Length);
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '~' or '|' || OpensBlock(line, index) || OpensEntity(line, index))
                escaped.Append('\\');
            escaped.Append(line[index]);
        }

        return escaped.ToString();
    }

    // A heading, a list or a rule can only begin a line: "# ", "- ", "+ ", "=", "12. ", "12) ".
    private static bool OpensBlock(string line, int index)
    {
        if (index == 0)
            return line[0] is '#' or '-' or '+' or '=';
        return line[index] is '.' or ')' && line.AsSpan(0, index).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool OpensEntity(string line, int index) =>
        line[index] == '&' && index + 1 < line.Length && (char.IsAsciiLetterOrDigit(line[index + 1]) || line[index + 1] == '#');
}
