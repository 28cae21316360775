using System.CommandLine;
using Lectern.Cli;
using Lectern.Inference;

NativeHeap.ReturnFreedMemory();

// Ctrl-C cancels the running command, which ends within a second; one that hangs is ended after five.
var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(5) };
var command = LecternCommand.Create(TimeProvider.System);
var parsed = command.Parse(args.Length == 0 ? ["--help"] : args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        await Console.Error.WriteLineAsync(error.Message);
    await Console.Error.WriteLineAsync($"'lectern {LecternCommand.PathOf(parsed.CommandResult)}--help' says what there is.");
    return ExitCodes.Usage;
}

return await parsed.InvokeAsync(configuration);
