using Lectern.Notes.Summary;

namespace Lectern.Notes.Cards;

/// <summary>Makes "What is X?" cards of definitions.</summary>
public static class DefinitionCards
{
    // Below this a definition is only "X is a …", which other cards ask for with more care.
    private const double Sure = 1;

    /// <summary>Returns a card for each sure definition, and one for each acronym that is spelt out.</summary>
    /// <param name="definitions">The definitions of the lecture.</param>
    /// <param name="terms">Its key terms; a definition of one of them is worth more.</param>
    /// <param name="acronyms">Its acronyms; those among the key terms are asked for.</param>
    public static IEnumerable<CardIdea> Of(IReadOnlyList<Definition> definitions, IReadOnlyList<KeyTerm> terms, IReadOnlyDictionary<string, Acronym> acronyms)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(acronyms);

        var keys = terms.Select(term => term.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var definition in definitions.Where(definition => definition.Strength >= Sure))
        {
            var verb = definition.IsPlural ? "are" : "is";
            var article = definition.Article.Length == 0 ? string.Empty : definition.Article + " ";
            var score = definition.Strength + (keys.Contains(definition.Term) ? 1 : 0);
            var question = definition.IsOfWord ? $"What does \"{definition.Term}\" mean?" : $"What {verb} {article}{definition.Term}?";
            yield return new CardIdea(CardKind.Definition, question, definition.Meaning, definition.Sentence, score);
        }

        foreach (var term in terms.Where(term => term.Text.Length > 2))
        {
            if (acronyms.TryGetValue(term.Text, out var acronym))
                yield return new CardIdea(CardKind.Definition, $"What does {term.Text} stand for?", acronym.Expansion, acronym.Sentence, 1);
        }
    }
}
