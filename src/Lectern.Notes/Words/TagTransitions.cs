using System.Globalization;

namespace Lectern.Notes.Words;

/// <summary>How likely one part of speech is to follow another in English.</summary>
/// <remarks>Natural logarithms, set by hand: what a row does not name is unlikely. Rows "Start" and "Break" follow the start and a comma.</remarks>
internal static class TagTransitions
{
    private const double Unlikely = -6.5;
    private static readonly int Tags = Enum.GetValues<PartOfSpeech>().Length;

    private const string Rows = """
        Start Pronoun -1.3 Determiner -1.5 Name -2.3 Noun -3 Plural -2.7 Adverb -2.2 Preposition -2.3 Conjunction -2 Subordinator -2.2 Adjective -3.2 Gerund -3.8 Participle -4.5 Verb -4 Possessive -3 Number -3.5 Be -4 Modal -5 Do -4.5 Have -5 To -4.5 Not -5 Interjection -3
        Break Conjunction -1.3 Subordinator -1.7 Pronoun -2 Determiner -1.9 Noun -2.7 Plural -3 Name -2.4 Adjective -3 Adverb -2.2 Preposition -2.1 Gerund -2.8 Participle -3.2 Verb -3.8 Past -3.4 ThirdPerson -3.3 Be -3.5 Modal -4 Have -4.2 Do -4.2 Possessive -3 Number -3.2 Not -3.5 To -3.8 Interjection -3
        Noun Preposition -1.3 Be -2 Noun -2.3 Plural -2.9 Conjunction -2 Subordinator -2.2 Modal -3 ThirdPerson -2.4 Past -3 Have -3.5 Do -4 Adverb -2.8 Pronoun -3.3 Determiner -4 To -2.9 Gerund -3.8 Participle -3.6 Name -4.2 Number -4 Adjective -4.8 Verb -5 Not -5 Possessive -5
        Plural Preposition -1.5 Be -2 Conjunction -2 Subordinator -2.1 Verb -2.3 Modal -2.9 Past -3 Have -3 Do -3.5 Adverb -2.7 Pronoun -3 To -3 Participle -3.3 Gerund -3.6 Determiner -4 Noun -5 Name -5 Adjective -4.6 ThirdPerson -6 Not -5 Possessive -5
        Name Name -1.5 Be -2.2 Preposition -2 Conjunction -2.2 ThirdPerson -2.0 Past -2.1 Have -3 Modal -3.2 Adverb -2.9 Subordinator -3 Noun -2.8 Plural -4 Number -3.4 Pronoun -4 Determiner -4 To -3.5 Do -4 Gerund -4 Participle -4.2 Verb -5 Adjective -4.5 Possessive -5
        Number Noun -1.6 Plural -1.2 Number -2 Adjective -2.3 Preposition -2.3 Conjunction -2.6 Be -3.3 Name -4 Adverb -4 Subordinator -4 Modal -4.5 To -4 ThirdPerson -5 Past -5
        Pronoun Be -1.6 Modal -2.2 Verb -2.2 Past -2.2 Have -2.4 Do -2.9 ThirdPerson -2.9 Adverb -2.3 Preposition -2.6 Conjunction -3 Subordinator -2.6 Determiner -2.9 Pronoun -3.2 To -3 Gerund -3 Participle -3.8 Not -3 Adjective -3.2 Noun -4.5 Plural -4.8 Name -4.5 Possessive -4 Number -4
        Possessive Noun -0.7 Plural -1.9 Adjective -1.6 Name -3 Number -3 Gerund -3.5 Participle -3.8 Adverb -4 Determiner -5
        Determiner Noun -0.8 Adjective -1.4 Plural -2.1 Name -2.7 Number -2.8 Gerund -3.6 Participle -3.4 Adverb -3.6 Preposition -4 Possessive -3.5 Determiner -4.5 Be -5
        Adjective Noun -0.8 Plural -1.5 Adjective -2.6 Preposition -2.3 Conjunction -2.5 To -3 Subordinator -3 Name -3.5 Gerund -3.8 Adverb -3.8 Pronoun -4.2 Number -4 Determiner -4.5 Be -4.3 Participle -4.5 Modal -5 ThirdPerson -5.5 Past -5.5
        Adverb Adjective -1.8 Verb -2.4 Past -2.5 Participle -2.2 Preposition -2.2 Pronoun -2.4 Determiner -2.3 Adverb -2.2 Be -3 ThirdPerson -2.9 Subordinator -2.8 Gerund -3 Conjunction -3.2 Modal -3.8 Have -4 Do -4 To -3.5 Noun -4.2 Plural -4.2 Name -3.6 Number -3.5 Possessive -3.5 Not -3.5
        Preposition Determiner -1 Noun -2 Plural -2.1 Name -2 Adjective -2.2 Pronoun -2.1 Possessive -2.3 Gerund -2.6 Number -2.7 Subordinator -3 Preposition -3.5 Adverb -4 Participle -5
        To Verb -0.15 Be -2 Have -3 Do -4 Adverb -4
        Conjunction Pronoun -2 Determiner -1.9 Noun -2.2 Plural -2.4 Name -2.5 Adjective -2.6 Verb -2.8 Past -3 ThirdPerson -3 Adverb -2.3 Subordinator -2.6 Preposition -2.9 Gerund -3.2 Participle -3.3 Be -3.6 Modal -4 Possessive -3 Number -3 Have -4 Do -4 To -3.6 Not -3.5
        Subordinator Pronoun -1.1 Determiner -1.6 Noun -2.8 Plural -2.7 Name -2.6 Be -2.3 Past -3 ThirdPerson -2.8 Modal -3 Have -3.3 Verb -3.2 Adjective -3 Adverb -2.8 Possessive -3 Gerund -3.5 Participle -4 Preposition -3.3 To -3 Number -3.5 Do -3.5 Subordinator -4 Not -4
        Modal Verb -0.6 Be -1.4 Adverb -2.2 Not -2 Have -2.5 Pronoun -3 Do -4 Determiner -4.5
        Be Participle -1.8 Determiner -1.5 Adjective -1.6 Gerund -2.2 Adverb -1.9 Preposition -2.2 Not -2.6 Noun -3.2 Plural -3.6 Name -3.4 Pronoun -2.8 Subordinator -2.6 To -3.2 Possessive -3.4 Number -3.4 Be -4.5 Have -6 Past -6
        Have Participle -1.5 Determiner -1.6 Be -1.8 To -2.4 Adverb -2.2 Noun -3 Plural -2.8 Adjective -2.9 Pronoun -2.8 Not -3 Number -3 Possessive -3.2 Name -4 Preposition -4.5 Past -6
        Do Not -1 Verb -1.5 Pronoun -1.4 Determiner -2 Adverb -2.5 Noun -4 Name -3
        Verb Determiner -1.3 Pronoun -1.9 Preposition -1.7 Noun -2.6 Plural -2.6 Adjective -2.8 Possessive -2.7 Subordinator -2.3 Adverb -2.2 To -2.6 Name -3.1 Participle -4 Gerund -3.4 Conjunction -3.4 Number -3.5 Verb -4.5 Be -5
        ThirdPerson Determiner -1.4 Preposition -1.7 Pronoun -2.3 Noun -2.6 Plural -2.6 Adjective -2.7 Possessive -2.7 Subordinator -2.1 Adverb -2.2 To -2.2 Name -3 Participle -3.8 Gerund -3.4 Conjunction -3.8 Number -3.3 Be -5
        Past Determiner -1.4 Preposition -1.7 Pronoun -2.1 Noun -2.7 Plural -2.7 Adjective -2.8 Possessive -2.5 Subordinator -2.2 Adverb -2.2 To -2.4 Name -3 Participle -4 Gerund -3.5 Conjunction -3.4 Number -3.3 Be -5
        Participle Preposition -1.1 Adverb -2.3 To -2.3 Determiner -2.2 Subordinator -2.5 Noun -2.9 Plural -3 Conjunction -2.8 Pronoun -2.8 Adjective -3 Name -3.4 Possessive -3.2 Gerund -4 Number -3.8 Be -4.8
        Gerund Determiner -1.5 Preposition -1.8 Noun -2.3 Plural -2.3 Pronoun -2.4 Adverb -2.5 Subordinator -2.6 Adjective -2.7 Possessive -2.7 Conjunction -3 To -2.5 Name -3.2 Be -3.2 Number -3.6 Participle -4 Modal -4.5
        Not Verb -1.8 Determiner -1.9 Adjective -2 Adverb -2.2 Participle -2.2 Gerund -2.5 Preposition -2.3 To -2.6 Pronoun -2.9 Be -3 Subordinator -2.6 Noun -3.4 Plural -3.4 Have -4 Name -3.8 Past -4 ThirdPerson -4.5 Number -4
        Interjection Pronoun -1.5 Determiner -2 Adverb -2 Subordinator -2.2 Interjection -2 Noun -3 Name -3 Conjunction -2.2 Preposition -2.8 Adjective -3 Plural -3.5 Verb -3.5 Be -4 Do -4 Gerund -4 Number -3.5
        """;

    private static readonly Dictionary<string, double[]> Table = Read();
    private static readonly double[] AfterStart = Table["Start"];
    private static readonly double[] AfterBreak = Table["Break"];
    private static readonly double[][] After = [.. Enum.GetValues<PartOfSpeech>().Select(part => Table[part.ToString()])];

    /// <summary>How likely a part of speech is at the start of a sentence.</summary>
    public static double Opening(PartOfSpeech next) => AfterStart[(int)next];

    /// <summary>How likely a part of speech is after another, with or without punctuation between them.</summary>
    public static double Of(PartOfSpeech previous, PartOfSpeech next, bool isBroken) => isBroken ? AfterBreak[(int)next] : After[(int)previous][(int)next];

    private static Dictionary<string, double[]> Read()
    {
        var table = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var line in Rows.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var row = Enumerable.Repeat(Unlikely, Tags).ToArray();
            for (var field = 1; field < fields.Length; field += 2)
                row[(int)Enum.Parse<PartOfSpeech>(fields[field])] = double.Parse(fields[field + 1], CultureInfo.InvariantCulture);
            table.Add(fields[0], row);
        }

        return table;
    }
}
