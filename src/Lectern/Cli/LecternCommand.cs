using System.CommandLine;
using System.CommandLine.Parsing;

namespace Lectern.Cli;

/// <summary>The program's command line.</summary>
public static class LecternCommand
{
    /// <summary>Creates the root command with all commands below it.</summary>
    /// <param name="clock">The clock that progress is measured by.</param>
    public static RootCommand Create(TimeProvider clock) =>
        new("Lectern turns a lecture into a transcript, notes and cards, on this machine. Start with: serve, or notes lecture.mp3")
        {
            ServeCommand.Create(),
            NotesCommand.Create(clock),
            TranscribeCommand.Create(clock),
            BackupCommand.Create(clock),
            RestoreCommand.Create(clock),
            ModelsCommand.Create(clock),
            DoctorCommand.Create(),
        };

    /// <summary>Returns the words that lead from the root to a command, each followed by a space: "models get "; empty for the root.</summary>
    /// <param name="command">The command as it was parsed.</param>
    public static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)}{command.Command.Name} " : "";
}
