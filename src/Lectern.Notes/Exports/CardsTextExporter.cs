using Lectern.Notes.Cards;

namespace Lectern.Notes.Exports;

/// <summary>The cards as plain text: numbered, question above answer, with the time.</summary>
public sealed class CardsTextExporter : IExporter
{
    /// <inheritdoc/>
    public string Name => "cards-txt";

    /// <inheritdoc/>
    public string Extension => ".txt";

    /// <inheritdoc/>
    public string MediaType => "text/plain";

    /// <inheritdoc/>
    public void Write(Lecture lecture, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(lecture);
        WriteCards(lecture.Notes.Cards, writer);
    }

    /// <summary>Writes the cards and, below them, how many were dropped and why.</summary>
    internal static void WriteCards(CardSet set, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (set.Cards.Count == 0)
            writer.Write("No cards could be made of this lecture.\n");
        for (var index = 0; index < set.Cards.Count; index++)
        {
            var card = set.Cards[index];
            writer.Write($"{(index == 0 ? string.Empty : "\n")}{index + 1}. [{TimeLabel.Of(card.Start)}]\n");
            writer.Write($"   Q: {CardIdea.Ask(card.Question)}\n");
            writer.Write($"   A: {card.Answer}\n");
        }

        if (set.Dropped.Count > 0)
            writer.Write("\nDropped: " + string.Join("; ", set.Dropped.Select(dropped => $"{dropped.Count} because {dropped.Reason}")) + ".\n");
    }
}
