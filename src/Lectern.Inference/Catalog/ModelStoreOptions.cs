namespace Lectern.Inference.Catalog;

/// <summary>How a <see cref="ModelStore"/> reaches the world.</summary>
public sealed record ModelStoreOptions
{
    /// <summary>Gets the name or path of the npm program.</summary>
    public string NpmProgram { get; init; } = NpmClient.DefaultProgram;

    /// <summary>Gets where Hugging Face's repositories are; a mirror may stand here.</summary>
    public Uri HuggingFaceAddress { get; init; } = HuggingFaceDownload.DefaultAddress;

    /// <summary>Gets the clock for waits, pauses and ages.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
