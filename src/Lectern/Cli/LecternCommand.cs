using System.CommandLine;

namespace Lectern.Cli;

/// <summary>The program's command line.</summary>
public static class LecternCommand
{
    /// <summary>Creates the root command with all commands below it.</summary>
    /// <param name="clock">The clock that progress is measured by.</param>
    public static RootCommand Create(TimeProvider clock) =>
        new("Lectern turns a lecture into a transcript, notes and cards, on this machine. Start with: notes lecture.mp3")
        {
            NotesCommand.Create(clock),
            TranscribeCommand.Create(clock),
            ModelsCommand.Create(clock),
            DoctorCommand.Create(),
        };
}
