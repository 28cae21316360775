namespace Lectern.Library;

/// <summary>The operations on a workspace's lectures, as services.</summary>
internal static class LibraryFeature
{
    /// <summary>Adds them, and the rounds that empty the recycle bin.</summary>
    internal static IServiceCollection AddLibrary(this IServiceCollection services) => services
        .AddSingleton<FindLecture>()
        .AddSingleton<ReadLecture>()
        .AddSingleton<ReadSegments>()
        .AddSingleton<ListLectures>()
        .AddSingleton<ListCourses>()
        .AddSingleton<ListTags>()
        .AddSingleton<SearchLectures>()
        .AddSingleton<EmptyBin>()
        .AddHostedService<BinRounds>();
}
