using System.CommandLine;
using Lectern.Bench;
using Lectern.Bench.Captions;
using Lectern.Bench.Library;
using Lectern.Bench.Memory;
using Lectern.Bench.Notes;
using Lectern.Bench.Pages;
using Lectern.Bench.Recorder;
using Lectern.Inference;

NativeHeap.ReturnFreedMemory();
var root = new RootCommand("Measures Lectern on the shared recordings. Figures and the commands that make them are in bench/RESULTS.md.")
{
    AccuracyBench.CreateCommand(),
    SpeedBench.CreateCommand(),
    NotesBench.CreateCommand(),
    LibraryBench.CreateCommand(),
    PagesBench.CreateCommand(),
    MemoryBench.CreateCommand(),
    CaptionsBench.CreateCommand(),
    RecorderBench.CreateCommand(),
};
return await root.Parse(args.Length == 0 ? ["--help"] : args).InvokeAsync();
