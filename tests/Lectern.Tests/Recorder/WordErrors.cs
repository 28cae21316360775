namespace Lectern.Tests.Recorder;

/// <summary>Counts how many words differ between two texts.</summary>
internal static class WordErrors
{
    /// <summary>Returns the fewest insertions, deletions and substitutions that make one of the other.</summary>
    internal static int CountIn(string text, string reference)
    {
        var (heard, said) = (Words(text), Words(reference));
        var row = Enumerable.Range(0, heard.Length + 1).ToArray();
        for (var i = 1; i <= said.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= heard.Length; j++)
            {
                var substituted = diagonal + (string.Equals(said[i - 1], heard[j - 1], StringComparison.Ordinal) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    /// <summary>Returns the words of a text in lower case, without punctuation.</summary>
    internal static string[] Words(string text) =>
        new string([.. text.ToLowerInvariant().Where(letter => letter != '-').Select(letter => char.IsLetterOrDigit(letter) || letter == '\'' ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
