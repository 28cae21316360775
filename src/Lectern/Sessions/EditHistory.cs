using Lectern.Data;
using Lectern.Notes;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Sessions;

/// <summary>Makes changes by hand, takes them back and makes them again, and remembers all of them.</summary>
/// <param name="db">The database, in the transaction of the change.</param>
/// <param name="lecture">The lecture's row, tracked.</param>
/// <param name="now">The time.</param>
internal sealed class EditHistory(LecternDb db, LectureRow lecture, DateTimeOffset now)
{
    // What is typed without a longer pause is one change.
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(5);

    /// <summary>Makes a change.</summary>
    /// <exception cref="LectureException">There is no such thing.</exception>
    internal async Task MakeAsync(LectureEdit edit)
    {
        var before = await PutAsync(edit);
        if (string.Equals(before, edit.Text, StringComparison.Ordinal))
            return;
        var last = await Edits().OrderByDescending(row => row.Id).FirstOrDefaultAsync();
        if (last is not null && last.UndoneAt is null && last.Target == edit.Target && last.Item == edit.Item && edit.Target != EditTarget.CardPresence && now - last.At < Burst)
        {
            (last.After, last.At) = (edit.Text, now);
            return;
        }

        db.Edits.Add(new EditRow { LectureId = lecture.Id, Target = edit.Target, Item = edit.Item, Before = before, After = edit.Text, At = now });
    }

    /// <summary>Takes the last change back that holds.</summary>
    internal async Task<LectureEdit?> UndoAsync()
    {
        var last = await Edits().Where(row => row.UndoneAt == null).OrderByDescending(row => row.Id).FirstOrDefaultAsync();
        return last is null ? null : await TurnAsync(last, last.Before, undoneAt: now);
    }

    /// <summary>Makes the change again that was taken back last, where none was made since.</summary>
    internal async Task<LectureEdit?> RedoAsync()
    {
        var held = await Edits().Where(row => row.UndoneAt == null).MaxAsync(row => (long?)row.Id) ?? 0;
        var next = await Edits().Where(row => row.UndoneAt != null && row.Id > held).OrderBy(row => row.Id).FirstOrDefaultAsync();
        return next is null ? null : await TurnAsync(next, next.After, undoneAt: null);
    }

    private IQueryable<EditRow> Edits() => db.Edits.Where(row => row.LectureId == lecture.Id);

    private async Task<LectureEdit> TurnAsync(EditRow row, string text, DateTimeOffset? undoneAt)
    {
        var edit = new LectureEdit(row.Target, row.Item, text);
        await PutAsync(edit);
        row.UndoneAt = undoneAt;
        return edit;
    }

    /// <summary>Puts a text where it belongs and returns what stood there.</summary>
    private async Task<string> PutAsync(LectureEdit edit)
    {
        switch (edit.Target)
        {
            case EditTarget.Title:
                var title = lecture.Title;
                lecture.Title = edit.Text;
                await SearchAsync(SearchLineKind.Title, item: 0, edit.Text);
                return title;
            case EditTarget.Segment:
                var segment = await db.Segments.FindAsync(lecture.Id, edit.Item) ?? throw new LectureException("There is no such place in the transcript.");
                var text = segment.Text;
                segment.Text = edit.Text;
                await SearchAsync(SearchLineKind.Segment, edit.Item, edit.Text);
                return text;
            default:
                return await PutIntoNotesAsync(edit);
        }
    }

    private async Task<string> PutIntoNotesAsync(LectureEdit edit)
    {
        var row = await db.Notes.FindAsync(lecture.Id) ?? throw new LectureException("There are no notes yet.");
        var (notes, before) = ChangeNotes.Run(NotesJson.Read(row.Json), edit);
        (row.Json, row.Version) = (NotesJson.Write(notes), lecture.Version);
        await SaveNotes.IndexAsync(db, lecture.Id, notes);
        return before;
    }

    private async Task SearchAsync(SearchLineKind kind, int item, string text)
    {
        foreach (var line in await db.SearchLines.Where(line => line.LectureId == lecture.Id && line.Kind == kind && line.Item == item).ToListAsync())
            line.Text = text;
    }
}
