using Lectern.Data;
using Lectern.Hosting;
using Lectern.Models;

namespace Lectern.Sessions;

/// <summary>What all runs of a server share.</summary>
/// <param name="Audio">The audio of all lectures.</param>
/// <param name="Models">The speech models.</param>
/// <param name="Queue">The queue for the cores.</param>
/// <param name="Options">The settings.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Log">The log.</param>
internal sealed record RunResources(AudioFolder Audio, SharedModels Models, TranscriptionTurns Queue, LecternOptions Options, TimeProvider Clock, ILogger<TranscriptionRun> Log);
