using System.Net;
using System.Text;
using Lectern.Data;
using Lectern.Sessions;
using Lectern.Tests.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Marks;

public sealed class PhotoTests(MarkDesk desk) : IClassFixture<MarkDesk>
{
    private const string Script = """<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Photo_comes_back_byte_for_byte_for_its_owner_s_eyes_and_nothing_but_a_picture()
    {
        var (lecture, mark) = await MarkAsync();

        using var sent = await desk.SendPhotoAsync(lecture, mark, MarkDesk.Jpeg, type: "text/html");
        using var photo = await desk.Owner.GetAsync(MarkDesk.PhotoAddress(lecture, mark), Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
        Assert.True(Assert.Single(await desk.ListAsync(lecture)).HasPhoto);
        Assert.Equal(MarkDesk.Jpeg, await photo.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal("image/jpeg", photo.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", photo.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(photo.Headers.CacheControl!.Private);
        Assert.Contains("sandbox", photo.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        using var known = new HttpRequestMessage(HttpMethod.Get, MarkDesk.PhotoAddress(lecture, mark));
        known.Headers.IfNoneMatch.Add(photo.Headers.ETag!);
        using var unchanged = await desk.Owner.SendAsync(known, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData(Script)]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("RIFF\0\0\0\0WAVEfmt ")]
    [InlineData("GIF89a")]
    [InlineData("")]
    public async Task What_is_no_photo_is_refused_whatever_it_is_said_to_be(string bytes)
    {
        var (lecture, mark) = await MarkAsync();

        using var answer = await desk.SendPhotoAsync(lecture, mark, Encoding.Latin1.GetBytes(bytes), "image/png");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.False(Assert.Single(await desk.ListAsync(lecture)).HasPhoto);
        Assert.Empty(Photos(lecture));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Photo_that_is_too_large_is_refused_announced_or_not(bool isAnnounced)
    {
        var (lecture, mark) = await MarkAsync();
        byte[] bytes = [.. MarkDesk.Jpeg, .. new byte[1_000_000]];
        using HttpContent content = isAnnounced ? new ByteArrayContent(bytes) : new ChunkedContent(bytes);

        using var answer = await desk.Owner.PutAsync(MarkDesk.PhotoAddress(lecture, mark), content, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(Photos(lecture));
    }

    [Fact]
    public async Task New_photo_takes_the_place_of_the_old_one()
    {
        var (lecture, mark) = await MarkAsync();
        byte[] other = [.. MarkDesk.Jpeg, 1, 2, 3];
        using var first = await desk.SendPhotoAsync(lecture, mark, MarkDesk.Jpeg);

        using var second = await desk.SendPhotoAsync(lecture, mark, other);

        Assert.Equal(other, await desk.Owner.GetByteArrayAsync(MarkDesk.PhotoAddress(lecture, mark), Cancellation));
        Assert.Single(Photos(lecture));
    }

    [Fact]
    public async Task Photos_sent_at_once_leave_one_that_is_whole()
    {
        var (lecture, mark) = await MarkAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => desk.SendPhotoAsync(lecture, mark, [.. MarkDesk.Jpeg, (byte)i])));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        Assert.Equal(MarkDesk.Jpeg.Length + 1, (await desk.Owner.GetByteArrayAsync(MarkDesk.PhotoAddress(lecture, mark), Cancellation)).Length);
        Assert.Single(Photos(lecture));
    }

    [Fact]
    public async Task Deleted_photo_comes_back_with_its_mark_for_a_day_and_is_gone_then()
    {
        var (lecture, mark) = await MarkAsync();
        using var sent = await desk.SendPhotoAsync(lecture, mark, MarkDesk.Jpeg);
        var session = desk.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<ILectureSession>(lecture);

        using var deleted = await desk.Owner.DeleteAsync($"{MarkDesk.Address(lecture)}/{mark}", Cancellation);
        using var hidden = await desk.Owner.GetAsync(MarkDesk.PhotoAddress(lecture, mark), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var back = await desk.PostAsync(lecture, new { id = mark, kind = "photo", seconds = 3 });
        Assert.True(Assert.Single(await desk.ListAsync(lecture)).HasPhoto);

        using var again = await desk.Owner.DeleteAsync($"{MarkDesk.Address(lecture)}/{mark}", Cancellation);
        await session.ForgetMarksAsync(TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(1));
        Assert.Single(Photos(lecture));
        await session.ForgetMarksAsync(TimeProvider.System.GetUtcNow());
        Assert.Empty(Photos(lecture));
    }

    [Fact]
    public async Task Purged_lecture_leaves_no_photo()
    {
        var (lecture, mark) = await MarkAsync();
        using var sent = await desk.SendPhotoAsync(lecture, mark, MarkDesk.Jpeg);
        var session = desk.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<ILectureSession>(lecture);

        await session.DeleteAsync();
        await session.PurgeAsync();

        Assert.Empty(Photos(lecture));
        Assert.Equal(0, await desk.Server.ReadAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Marks.Where(row => row.LectureId == lecture), Cancellation)));
    }

    private async Task<(Guid Lecture, Guid Mark)> MarkAsync()
    {
        var lecture = await desk.LectureAsync();
        return (lecture, await desk.AddAsync(lecture, "photo", 3));
    }

    private string[] Photos(Guid lecture)
    {
        var folder = Path.GetDirectoryName(desk.Server.Services.GetRequiredService<AudioFolder>().RecordingOf(lecture))!;
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Where(path => path.Contains("photo", StringComparison.Ordinal))] : [];
    }
}
