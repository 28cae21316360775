using Lectern.Notes.Cards;
using Lectern.Notes.Exports;

namespace Lectern.Cli;

/// <summary>Prints what was made of a lecture: the summary, the outline with times, the first cards.</summary>
internal static class NotesOverview
{
    private const int CardsShown = 5;

    internal static void Write(Lecture lecture, string folder, TextWriter output)
    {
        output.WriteLine(lecture.Title);
        output.WriteLine();
        if (lecture.Segments.Count == 0)
            output.WriteLine("No speech was heard in this recording.");
        else if (lecture.Notes.Summary.Count == 0)
            output.WriteLine("The lecture is too short for a summary.");
        else
            output.WriteLine(string.Join(' ', lecture.Notes.Summary.Select(sentence => sentence.Text)));
        WriteOutline(lecture, output);
        WriteCards(lecture, output);
        output.WriteLine();
        output.WriteLine($"All of it is in {folder}{Path.DirectorySeparatorChar}: {string.Join(", ", ExportFormats.NotesFolder.Select(file => file.FileName))}");
    }

    private static void WriteOutline(Lecture lecture, TextWriter output)
    {
        if (lecture.Notes.Sections.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine("Outline");
        foreach (var section in lecture.Notes.Sections)
            output.WriteLine($"  {TimeLabel.Of(section.Start)}  {section.Title}");
    }

    private static void WriteCards(Lecture lecture, TextWriter output)
    {
        var cards = lecture.Notes.Cards;
        if (cards.Cards.Count > 0)
        {
            output.WriteLine();
            output.WriteLine(cards.Cards.Count > CardsShown ? $"Cards (the first {CardsShown} of {cards.Cards.Count})" : "Cards");
            foreach (var card in cards.Cards.Take(CardsShown))
                output.WriteLine($"  {TimeLabel.Of(card.Start)}  {CardIdea.Ask(card.Question)}{Environment.NewLine}         {card.Answer}");
        }

        if (cards.Dropped.Count > 0)
            output.WriteLine($"  Dropped: {string.Join(", ", cards.Dropped.Select(dropped => $"{dropped.Count} because {dropped.Reason}"))}.");
    }
}
