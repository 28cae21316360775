using Lectern.Data;
using Lectern.Library;
using Lectern.Notes;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Sessions;

/// <summary>Writes a lecture's notes, and what search finds of them, in the transaction of the caller.</summary>
internal static class SaveNotes
{
    /// <summary>Writes notes in place of those before.</summary>
    internal static async Task RunAsync(LecternDb db, LectureRow lecture, StoredNotes notes)
    {
        var json = NotesJson.Write(notes);
        if (await db.Notes.FindAsync(lecture.Id) is { } row)
            (row.Json, row.Version) = (json, lecture.Version);
        else
            db.Notes.Add(new NotesRow { LectureId = lecture.Id, Json = json, Version = lecture.Version });
        await IndexAsync(db, lecture.Id, notes);
    }

    /// <summary>Brings what search finds up to date.</summary>
    internal static async Task IndexAsync(LecternDb db, Guid lectureId, StoredNotes notes)
    {
        var lines = SearchLines.OfNotes(lectureId, notes).ToDictionary(line => (line.Kind, line.Item));
        foreach (var old in await db.SearchLines.Where(line => line.LectureId == lectureId && (line.Kind == SearchLineKind.Notes || line.Kind == SearchLineKind.Card)).ToListAsync())
        {
            if (lines.Remove((old.Kind, old.Item), out var line))
                (old.Text, old.StartSample) = (line.Text, line.StartSample);
            else
                db.SearchLines.Remove(old);
        }

        db.SearchLines.AddRange(lines.Values);
    }
}
