using System.CommandLine;
using Lectern.Inference;
using Lectern.Inference.Catalog;

namespace Lectern.Cli;

/// <summary><c>lectern models list | get | verify | remove</c></summary>
internal static class ModelsCommand
{
    private const double Megabyte = 1e6;

    internal static Command Create(TimeProvider clock)
    {
        var list = new Command("list", "List the models there are, and what of them is on this machine.");
        list.SetAction(_ => Guard("models", terminal =>
        {
            foreach (var status in CommonOptions.OpenStore().List())
                terminal.Output.WriteLine($"{status.Entry.Id,-16} {Word(status.State),-12} {status.Entry.SizeBytes / Megabyte,6:F1} MB  {status.Entry.Licence}  {status.Entry.Description}");
            return Task.FromResult(ExitCodes.Done);
        }));
        return new Command("models", "Fetch, check and remove the speech models.")
        {
            list,
            ForEach("get", "Fetch models that are not on this machine yet.", (store, id, progress, terminal, cancellation) => GetAsync(store, id, progress, terminal, cancellation)),
            ForEach("verify", "Check the files of models against their SHA-256.", VerifyAsync),
            ForEach("remove", "Remove models from this machine.", RemoveAsync),
        };

        Command ForEach(string name, string description, Func<ModelStore, string, ModelProgressLine, Terminal, CancellationToken, Task<bool>> work)
        {
            var models = new Argument<string[]>("models") { Description = "Ids of models, as 'lectern models list' shows them.", Arity = ArgumentArity.OneOrMore };
            var command = new Command(name, description) { models };
            command.SetAction((parsed, cancellation) => Guard(name, async terminal =>
            {
                var store = CommonOptions.OpenStore();
                var isRight = true;
                foreach (var id in parsed.GetValue(models)!)
                    isRight &= await work(store, id, new ModelProgressLine(terminal, clock), terminal, cancellation);
                return isRight ? ExitCodes.Done : ExitCodes.Failed;
            }));
            return command;
        }
    }

    private static async Task<bool> GetAsync(ModelStore store, string id, ModelProgressLine progress, Terminal terminal, CancellationToken cancellation)
    {
        var model = await store.GetAsync(id, progress, cancellation);
        terminal.Clear();
        terminal.Output.WriteLine($"{id} is in {model.Folder}");
        return true;
    }

    private static async Task<bool> VerifyAsync(ModelStore store, string id, ModelProgressLine progress, Terminal terminal, CancellationToken cancellation)
    {
        var checks = await store.VerifyAsync(id, progress, cancellation);
        terminal.Clear();
        foreach (var check in checks.Where(check => !check.IsRight))
            terminal.Output.WriteLine($"{id}: {check.Name} is wrong: {check.Actual} instead of {check.Expected}. Fetch it again with 'lectern models get {id}'.");
        var isRight = checks.All(check => check.IsRight);
        if (isRight)
            terminal.Output.WriteLine($"{id}: all {checks.Count} files are right.");
        return isRight;
    }

    private static async Task<bool> RemoveAsync(ModelStore store, string id, ModelProgressLine progress, Terminal terminal, CancellationToken cancellation)
    {
        var bytes = await store.RemoveAsync(id, cancellation);
        terminal.Output.WriteLine(bytes > 0 ? $"{id} is removed; {bytes / Megabyte:F1} MB are free again." : $"{id} was not there.");
        return true;
    }

    private static async Task<int> Guard(string subject, Func<Terminal, Task<int>> work)
    {
        var terminal = Terminal.Open(isJson: false);
        try
        {
            return await work(terminal);
        }
        catch (ModelException error)
        {
            terminal.Fail(subject, error.Message);
            return ExitCodes.Setup;
        }
        catch (OperationCanceledException)
        {
            terminal.Say("Stopped. The same command goes on from here.");
            return ExitCodes.Interrupted;
        }
    }

    private static string Word(ModelState state) => state switch
    {
        ModelState.Installed => "installed",
        ModelState.Partial => "incomplete",
        _ => "not here",
    };
}
