using System.Net;
using System.Net.Http.Json;
using Lectern.Library;
using Lectern.Tests.Data;
using Lectern.Tests.Hosting;

namespace Lectern.Tests.Library;

public sealed class LectureEndpointTests
{
    [Fact]
    public async Task Lectures_of_the_workspace_are_listed_and_each_tells_how_far_it_is()
    {
        await using var server = await LecternTestServer.StartAsync();
        var (cookie, owner) = await server.NewOwnerAsync();
        var lecture = await OwnLecture.AddAsync(server, owner, "Sleep", [1, 2, 3]);
        await server.AddAsync(Rows.Lecture(owner, "Thrown away", row => row.DeletedAt = Rows.Morning), Rows.Lecture(Guid.NewGuid(), "Another's"));
        var program = server.NewProgram(cookie);

        var list = await program.GetFromJsonAsync<LectureJson[]>("/api/lectures", TestContext.Current.CancellationToken);
        var bin = await program.GetFromJsonAsync<LectureJson[]>("/api/lectures?bin=1", TestContext.Current.CancellationToken);
        var one = await program.GetFromJsonAsync<LectureProgressJson>($"/api/lectures/{lecture.Id}", TestContext.Current.CancellationToken);

        Assert.Equal(("Sleep", "Done", 70.0), (Assert.Single(list!).Title, list![0].Stage, list[0].Seconds));
        Assert.Equal("Thrown away", Assert.Single(bin!).Title);
        Assert.Equal(("Sleep", "Done", 14, 1.0, 3L), (one!.Title, one.Stage, one.Segments, one.Share, one.ReceivedBytes));
    }

    [Fact]
    public async Task Unknown_lecture_is_404()
    {
        await using var server = await LecternTestServer.StartAsync();
        var (cookie, _) = await server.NewOwnerAsync();

        using var response = await server.NewProgram(cookie).GetAsync($"/api/lectures/{Guid.NewGuid()}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
