namespace Lectern.Inference.Catalog;

/// <summary>How far the installation or check of a model has come.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Stage">What is being done.</param>
/// <param name="Subject">To what: the name of a package or file, or of the model itself.</param>
/// <param name="DoneBytes">Bytes done of this subject in this stage.</param>
/// <param name="TotalBytes">Bytes there are to do; null where that is not known.</param>
public sealed record ModelProgress(string ModelId, ModelStage Stage, string Subject, long DoneBytes, long? TotalBytes);
