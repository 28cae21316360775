using System.ComponentModel.DataAnnotations;

namespace Lectern.Hosting;

/// <summary>The settings of the server: section <c>Lectern</c> of the configuration, or environment variables <c>Lectern__MaxUploadBytes</c> and so on.</summary>
public sealed class LecternOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Lectern";

    /// <summary>The largest upload, in bytes; 8 GiB unless told.</summary>
    [Range(1, long.MaxValue)]
    public long MaxUploadBytes { get; set; } = 8L << 30;

    /// <summary>The longest recording; 12 hours unless told.</summary>
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromHours(12);

    /// <summary>The most lectures of one workspace, those in the recycle bin too; 2,000 unless told.</summary>
    [Range(1, int.MaxValue)]
    public int MaxLectures { get; set; } = 2_000;

    /// <summary>The most uploads of one workspace that are unfinished at a time; 100 unless told.</summary>
    [Range(1, int.MaxValue)]
    public int MaxUnfinishedUploads { get; set; } = 100;

    /// <summary>The most uploads that one workspace begins in a minute; 120 unless told.</summary>
    [Range(1, int.MaxValue)]
    public int MaxUploadsPerMinute { get; set; } = 120;

    /// <summary>The most marks of one lecture; 2,000 unless told.</summary>
    [Range(1, int.MaxValue)]
    public int MaxMarks { get; set; } = 2_000;

    /// <summary>How often one workspace changes marks and sends photos in a minute; 600 unless told.</summary>
    [Range(1, int.MaxValue)]
    public int MaxMarkChangesPerMinute { get; set; } = 600;

    /// <summary>The largest photo, in bytes; 12 MB unless told.</summary>
    [Range(1, 1L << 30)]
    public long MaxPhotoBytes { get; set; } = 12_000_000;

    /// <summary>How much of the disk uploads leave free, in bytes; 1 GiB unless told.</summary>
    [Range(0, long.MaxValue)]
    public long MinFreeBytes { get; set; } = 1L << 30;

    /// <summary>How long an upload that stands still is kept before it goes to the recycle bin; 7 days unless told.</summary>
    public TimeSpan UploadLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long the recycle bin keeps a lecture; 30 days unless told.</summary>
    public TimeSpan BinLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Names under which the server may be asked, besides localhost: "lectern.example.org;192.168.1.20", or "*" for all. None unless told.</summary>
    /// <remarks>A page of a stranger can point its own name at this machine; the name tells such requests from the user's.</remarks>
    public string AllowedHosts { get; set; } = "";

    /// <summary>The speech model's id; null for the catalog's default.</summary>
    public string? Model { get; set; }

    /// <summary>The id of the model that writes live captions before they are settled: a fast one; moonshine-tiny unless told.</summary>
    [Required]
    public string CaptionModel { get; set; } = "moonshine-tiny";
}
