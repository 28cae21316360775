namespace Lectern.Inference.Catalog;

/// <summary>What the store holds of a model.</summary>
/// <param name="Entry">The model.</param>
/// <param name="State">Whether it can be used.</param>
/// <param name="BytesOnDisk">What it takes up, unfinished downloads included.</param>
public sealed record ModelStatus(ModelEntry Entry, ModelState State, long BytesOnDisk);
