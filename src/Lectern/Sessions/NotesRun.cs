using Lectern.Inference;
using Lectern.Notes;
using Lectern.Notes.Marks;

namespace Lectern.Sessions;

/// <summary>Makes the notes of a finished transcript, off the session's turn, which answers meanwhile.</summary>
/// <param name="epoch">The epoch of the run.</param>
/// <param name="transcript">The transcript.</param>
/// <param name="language">What is spoken.</param>
/// <param name="marks">What the user marked.</param>
/// <param name="session">Who is told.</param>
/// <param name="log">The log.</param>
internal sealed class NotesRun(int epoch, IReadOnlyList<TranscriptSegment> transcript, string language, IReadOnlyList<Mark> marks, ILectureSession session, ILogger log)
{
    /// <summary>Makes the notes.</summary>
    /// <param name="cancellation">Drops them when they are made.</param>
    internal async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            var notes = NotesJson.Write(WriteNotes.Run(transcript, language, firstKey: 1, marks));
            if (!cancellation.IsCancellationRequested)
                await session.SaveNotesAsync(epoch, notes);
        }
        catch (Exception error)
        {
            log.RunFailed(error, session.GetPrimaryKey());
            await session.FailAsync(epoch, "The notes could not be made; the transcript is complete. Try again, and if that does not help, look into the server's log.");
        }
    }
}
