using Lectern.Notes.Sentences;

namespace Lectern.Bench.Notes;

/// <summary>Cards in the way of the system to be replaced: the first ten sentences of 10 to 50 words, each the whole answer of a question.</summary>
/// <remarks>
/// Its question generator is a model that does not run here. The question stands in for it: it asks for what the sentence says of its first words,
/// which is what such questions come to.
/// </remarks>
internal static class FirstSentenceCards
{
    private const int Count = 10;
    private const int FewestWords = 10;
    private const int MostWords = 50;
    private const int TopicWords = 3;

    /// <summary>Returns the cards of a lecture: index of the sentence, question and answer.</summary>
    internal static IReadOnlyList<(int Sentence, string Question, string Answer)> Of(IReadOnlyList<string> sentences) =>
    [
        .. Enumerable.Range(0, sentences.Count)
            .Where(index => sentences[index].Split(' ').Length is > FewestWords and < MostWords)
            .Take(Count)
            .Select(index => (index, Ask(sentences[index]), sentences[index])),
    ];

    private static string Ask(string sentence)
    {
        var topic = Tokens.Of(sentence).Where(word => !StopWords.For("en").Contains(word.Lower)).Take(TopicWords).Select(word => word.Text);
        return $"What is said about {string.Join(' ', topic)}?";
    }
}
