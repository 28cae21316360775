using Lectern.Notes.Sentences;

namespace Lectern.Notes.Outline;

/// <summary>What speaks for and against a new section at each sentence, in numbers.</summary>
public static class BoundaryFeatures
{
    private const int ShortBlock = 100;
    private const int MiddleBlock = 200;
    private const int LongBlock = 250;

    /// <summary>The names of the features in the order in which they are given.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "now", "agreement", "so", "conjunction", "pronoun", "there", "intent", "movement", "treatment", "ordinal", "unit", "recap", "pointer",
        "announced after", "announced after that", "announced before", "short before", "closing before", "question before",
        "new terms", "share new", "share done", "cosine 100", "cosine 250",
    ];

    /// <summary>Computes the features of each sentence.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="terms">Their terms.</param>
    /// <param name="language">A BCP 47 tag; how sentences open is looked at in English only and is 0 elsewhere.</param>
    /// <returns>A row for each sentence, as long as <see cref="Names"/>; all zeros for the first.</returns>
    /// <remarks>Pure and thread-safe.</remarks>
    public static IReadOnlyList<IReadOnlyList<double>> Of(IReadOnlyList<Sentence> sentences, TermFrequency terms, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(terms);

        var openings = sentences.Select(sentence => new SpokenOpening(sentence.Text)).ToArray();
        var turn = new LexicalTurn(terms, [.. openings.Select(opening => opening.WordCount)]);
        var announcements = openings.Select(opening => opening.Announcement).ToArray();
        var isEnglish = LanguageTag.IsEnglish(language);
        return
        [
            .. Enumerable.Range(0, sentences.Count).Select(index =>
            {
                if (index == 0)
                    return new double[Names.Count];
                double[] spoken = isEnglish
                    ? [.. Opening(openings[index]), .. Around(sentences, openings, announcements, index)]
                    : new double[Names.Count - 5];
                return (double[])[.. spoken, .. Lexical(turn, index)];
            }),
        ];
    }

    private static double[] Opening(SpokenOpening opening) =>
    [
        .. new[]
        {
            opening.HasNow, opening.HasAgreement, opening.HasSo, opening.HasConjunction, opening.HasPronoun, opening.HasThere, opening.HasIntent,
            opening.HasMovement, opening.HasTreatment, opening.HasOrdinal, opening.HasUnit, opening.HasRecap, opening.HasPointer,
        }.Select(AsNumber),
    ];

    private static double[] Around(IReadOnlyList<Sentence> sentences, SpokenOpening[] openings, double[] announcements, int index) =>
    [
        announcements.ElementAtOrDefault(index + 1),
        announcements.ElementAtOrDefault(index + 2),
        announcements[index - 1],
        AsNumber(openings[index - 1].IsShort),
        AsNumber(openings[index - 1].IsClosing),
        AsNumber(sentences[index - 1].Text.Contains('?', StringComparison.Ordinal)),
    ];

    private static double[] Lexical(LexicalTurn turn, int index) =>
    [
        turn.NewTerms(index), turn.ShareNew(index, MiddleBlock), turn.ShareDone(index, MiddleBlock),
        turn.Cosine(index, ShortBlock), turn.Cosine(index, LongBlock),
    ];

    private static double AsNumber(bool value) => value ? 1 : 0;
}
