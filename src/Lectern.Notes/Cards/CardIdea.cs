namespace Lectern.Notes.Cards;

/// <summary>A card before it is checked and chosen.</summary>
/// <param name="Kind">What the card asks for.</param>
/// <param name="Question">The question, with the gap where it is a cloze.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Sentence">Index of the sentence that it was made from.</param>
/// <param name="Score">How good the card promises to be; only the order counts.</param>
public sealed record CardIdea(CardKind Kind, string Question, string Answer, int Sentence, double Score)
{
    /// <summary>The mark that opens the gap of a cloze.</summary>
    public const string GapStart = "{{c1::";

    /// <summary>The mark that closes it.</summary>
    public const string GapEnd = "}}";

    private const string HintStart = "::";

    /// <summary>What its maker found wrong with it, which only the maker could see; null where nothing is.</summary>
    public CardFault? Fault { get; init; }

    /// <summary>The question as it is asked: the gap of a cloze shown as a line, its hint in brackets.</summary>
    public string AskedQuestion => Ask(Question);

    /// <summary>Returns a gap as Anki writes it.</summary>
    /// <param name="answer">What stands in the gap.</param>
    /// <param name="hint">What kind of thing that is; empty for none.</param>
    public static string Gap(string answer, string hint) => GapStart + answer + (string.IsNullOrEmpty(hint) ? string.Empty : HintStart + hint) + GapEnd;

    /// <summary>Returns a question whose gap, if any, hints at its answer; the same where it has a hint already.</summary>
    /// <param name="question">A question that may have a gap.</param>
    /// <param name="hint">The hint; not empty.</param>
    public static string WithHint(string question, string hint)
    {
        ArgumentNullException.ThrowIfNull(question);
        return FindGap(question) is { } gap && !question.AsSpan(gap.Start, gap.Length).Contains(HintStart, StringComparison.Ordinal)
            ? question.Insert(gap.Start + gap.Length, HintStart + hint)
            : question;
    }

    /// <summary>Returns a question with its gap, if any, shown as a line, followed by its hint, if any, in brackets.</summary>
    /// <param name="question">A question that may have a gap.</param>
    public static string Ask(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (FindGap(question) is not { } gap)
            return question;
        var inside = question.Substring(gap.Start, gap.Length);
        var hint = inside.IndexOf(HintStart, StringComparison.Ordinal);
        return question[..(gap.Start - GapStart.Length)] + "_____" + (hint < 0 ? string.Empty : $" [{inside[(hint + HintStart.Length)..]}]") + question[(gap.Start + gap.Length + GapEnd.Length)..];
    }

    // Where the inside of the gap is.
    private static (int Start, int Length)? FindGap(string question)
    {
        var start = question.IndexOf(GapStart, StringComparison.Ordinal) + GapStart.Length;
        var end = start < GapStart.Length ? -1 : question.IndexOf(GapEnd, start, StringComparison.Ordinal);
        return end < 0 ? null : (start, end - start);
    }
}
