using System.CommandLine;
using Lectern.Notes;
using Lectern.Notes.Summary;
using Lectern.Notes.Writers;

namespace Lectern.Cli;

/// <summary><c>lectern notes FILE… [-o DIR] [--style …] [--cards N]</c></summary>
internal static class NotesCommand
{
    private const int MostCards = 1000;

    internal static Command Create(TimeProvider clock)
    {
        var files = CommonOptions.Files();
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The folder to write to; by default one named after the recording, in the current folder. With several recordings, the folder that theirs are put in.",
        };
        var style = StyleOption();
        var cards = CardsOption();
        var (model, json) = (CommonOptions.Model(), CommonOptions.Json());
        var command = new Command("notes", "Transcribe recordings and write transcript, notes and cards to a folder each.") { files, output, style, cards, model, json };
        command.SetAction((parsed, cancellation) =>
        {
            var terminal = Terminal.Open(parsed.GetValue(json));
            var arguments = parsed.GetValue(files)!;
            var folders = new OutputNames(parsed.GetValue(output), isSingle: arguments.Length == 1);
            var options = new NoteOptions { Style = parsed.GetValue(style), Cards = parsed.GetValue(cards) };
            return new RecordingBatch(terminal, clock, isResumable: true).RunAsync(
                arguments,
                parsed.GetValue(model),
                async (models, source, progress) =>
                {
                    var folder = new NotesFolder(folders.Folder(source));
                    var lecture = await new MakeNotes(models).RunAsync(source, folder, options, progress, cancellation);
                    terminal.Clear();
                    NotesOverview.Write(lecture, folder.Path, terminal.Output);
                },
                cancellation);
        });
        return command;
    }

    private static Option<SummaryStyle> StyleOption() => new("--style")
    {
        Description = "How long the summary is: brief (about 60 words), standard (about 120), detailed (a paragraph a section).",
        HelpName = "brief|standard|detailed",
        DefaultValueFactory = _ => SummaryStyle.Standard,
        CustomParser = result =>
        {
            // Numbers would name styles too, were they let through.
            var word = result.Tokens[0].Value;
            if (word.All(char.IsLetter) && Enum.TryParse<SummaryStyle>(word, ignoreCase: true, out var style))
                return style;
            result.AddError($"--style takes brief, standard or detailed, not '{word}'.");
            return SummaryStyle.Standard;
        },
    };

    private static Option<int> CardsOption()
    {
        var cards = new Option<int>("--cards")
        {
            Description = $"The most cards to make, 0 to {MostCards}.",
            DefaultValueFactory = _ => new NoteOptions().Cards,
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, out var count) && count is >= 0 and <= MostCards)
                    return count;
                result.AddError($"--cards takes a number from 0 to {MostCards}, not '{result.Tokens[0].Value}'.");
                return 0;
            },
        };
        return cards;
    }
}
