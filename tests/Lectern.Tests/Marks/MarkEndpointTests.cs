using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lectern.Library;
using Lectern.Marks;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Marks;

public sealed class MarkEndpointTests(MarkDesk desk) : IClassFixture<MarkDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Marks_are_listed_in_the_order_of_the_lecture_with_all_that_was_said_of_them()
    {
        var lecture = await desk.LectureAsync();
        var (gap, exam) = (Guid.NewGuid(), Guid.NewGuid());

        using var second = await desk.PostAsync(lecture, new { id = gap, kind = "gap", seconds = 12.5, missingSeconds = 4.25, text = "The browser was closed" });
        using var first = await desk.PostAsync(lecture, new { id = exam, kind = "exam", seconds = 3, endSeconds = 8.125 });

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal($"/api/lectures/{lecture}/marks/{exam}", first.Headers.Location!.OriginalString);
        Assert.Equal(
            [new MarkJson(exam, "exam", 3, 8.125, 0, "", HasPhoto: false), new MarkJson(gap, "gap", 12.5, 12.5, 4.25, "The browser was closed", HasPhoto: false)],
            await desk.ListAsync(lecture));
    }

    [Fact]
    public async Task Mark_that_is_sent_twice_is_there_once_as_it_was_at_first()
    {
        var lecture = await desk.LectureAsync();
        var id = Guid.NewGuid();

        using var first = await desk.PostAsync(lecture, new { id, kind = "note", seconds = 2, text = "Ask about this" });
        using var again = await desk.PostAsync(lecture, new { id, kind = "exam", seconds = 9, text = "Something else" });

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancellation), await again.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("Ask about this", Assert.Single(await desk.ListAsync(lecture)).Text);
    }

    [Fact]
    public async Task Mark_is_sent_by_many_at_once_and_there_once()
    {
        var lecture = await desk.LectureAsync();
        var id = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.PostAsync(lecture, new { id, kind = "lost", seconds = 1 })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Single(await desk.ListAsync(lecture));
    }

    [Fact]
    public async Task Kind_and_words_can_be_changed_and_the_mark_deleted_and_brought_back()
    {
        var lecture = await desk.LectureAsync();
        var id = await desk.AddAsync(lecture, "important", 5);
        var address = $"{MarkDesk.Address(lecture)}/{id}";

        using var changed = await desk.Owner.PutAsJsonAsync(address, new { kind = "note", text = "Look  it\nup" }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var mark = Assert.Single(await desk.ListAsync(lecture));
        Assert.Equal(("note", "Look it up", 5.0), (mark.Kind, mark.Text, mark.Seconds));

        using var deleted = await desk.Owner.DeleteAsync(address, Cancellation);
        using var gone = await desk.Owner.DeleteAsync(address, Cancellation);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (deleted.StatusCode, gone.StatusCode));
        Assert.Empty(await desk.ListAsync(lecture));

        using var back = await desk.PostAsync(lecture, mark);
        Assert.Equal(HttpStatusCode.Created, back.StatusCode);
        Assert.Equal(mark, Assert.Single(await desk.ListAsync(lecture)));
    }

    [Theory]
    [InlineData("""{"kind":"exam","seconds":1}""")]
    [InlineData("""{"id":"00000000-0000-0000-0000-000000000000","kind":"exam","seconds":1}""")]
    [InlineData("""{"id":"f3a1c7f0-6a54-4a5e-9a35-0f0e6a1c0b11","kind":"Exam","seconds":1}""")]
    [InlineData("""{"id":"f3a1c7f0-6a54-4a5e-9a35-0f0e6a1c0b11","kind":"4","seconds":1}""")]
    [InlineData("""{"id":"f3a1c7f0-6a54-4a5e-9a35-0f0e6a1c0b11","kind":"exam"}""")]
    [InlineData("""{"id":"f3a1c7f0-6a54-4a5e-9a35-0f0e6a1c0b11","kind":"exam","seconds":-0.1}""")]
    [InlineData("""{"id":"f3a1c7f0-6a54-4a5e-9a35-0f0e6a1c0b11","kind":"exam","seconds":1e300}""")]
    [InlineData("""{"id":"f3a1c7f0-6a54-4a5e-9a35-0f0e6a1c0b11","kind":"exam","seconds":1e999}""")]
    [InlineData("""{"id":"f3a1c7f0-6a54-4a5e-9a35-0f0e6a1c0b11","kind":"exam","seconds":"NaN"}""")]
    [InlineData("""{"id":"f3a1c7f0-6a54-4a5e-9a35-0f0e6a1c0b11","kind":"exam","seconds":5,"endSeconds":4}""")]
    [InlineData("""{"id":"f3a1c7f0-6a54-4a5e-9a35-0f0e6a1c0b11","kind":"exam","seconds":5,"missingSeconds":4}""")]
    [InlineData("""{"id":"f3a1c7f0-6a54-4a5e-9a35-0f0e6a1c0b11","kind":"gap","seconds":5,"missingSeconds":1e12}""")]
    [InlineData("""{"id":"../../etc/passwd","kind":"exam","seconds":1}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task What_is_no_mark_is_refused_with_a_problem(string body)
    {
        var lecture = await desk.LectureAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await desk.Owner.PostAsync(MarkDesk.Address(lecture), content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await desk.ListAsync(lecture));
    }

    [Fact]
    public async Task Words_have_a_limit_when_they_are_added_and_when_they_are_changed()
    {
        var lecture = await desk.LectureAsync();
        var id = await desk.AddAsync(lecture, "note", 1, new string('a', 2_000));

        using var added = await desk.PostAsync(lecture, new { id = Guid.NewGuid(), kind = "note", seconds = 1, text = new string('a', 2_001) });
        using var changed = await desk.Owner.PutAsJsonAsync($"{MarkDesk.Address(lecture)}/{id}", new { kind = "note", text = new string('b', 2_001) }, Cancellation);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (added.StatusCode, changed.StatusCode));
        Assert.Contains("2000 are allowed", JsonDocument.Parse(await added.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("aaa", Assert.Single(await desk.ListAsync(lecture)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lecture_has_no_more_marks_than_the_settings_allow()
    {
        var lecture = await desk.LectureAsync();
        for (var i = 0; i < 20; i++)
            await desk.AddAsync(lecture, "important", i);

        using var answer = await desk.PostAsync(lecture, new { id = Guid.NewGuid(), kind = "exam", seconds = 1 });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(20, (await desk.ListAsync(lecture)).Length);
    }

    [Fact]
    public async Task Same_id_in_two_lectures_names_two_marks()
    {
        var (one, other, id) = (await desk.LectureAsync(), await desk.LectureAsync(), Guid.NewGuid());

        using var first = await desk.PostAsync(one, new { id, kind = "exam", seconds = 1 });
        using var second = await desk.PostAsync(other, new { id, kind = "lost", seconds = 2 });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal("exam", Assert.Single(await desk.ListAsync(one)).Kind);
    }

    [Fact]
    public async Task Words_of_a_note_are_found_until_it_is_deleted_and_never_those_of_a_gap()
    {
        var lecture = await desk.LectureAsync();
        var note = await desk.AddAsync(lecture, "note", 7, "Compare with Schopenhauer");
        await desk.AddAsync(lecture, "gap", 9, "Schopenhauer muted it");

        var hit = Assert.Single(Assert.Single((await SearchAsync("schopenhauer")).Lectures).Hits);
        Assert.Equal((Lectern.Data.SearchLineKind.Mark, TimeSpan.FromSeconds(7)), (hit.Kind, hit.Start));

        using var deleted = await desk.Owner.DeleteAsync($"{MarkDesk.Address(lecture)}/{note}", Cancellation);
        Assert.Empty((await SearchAsync("schopenhauer")).Lectures);
    }

    private Task<SearchResult> SearchAsync(string words) => desk.Server.Services.GetRequiredService<SearchLectures>().RunAsync(desk.OwnerId, words, Cancellation);
}
