namespace Lectern.Inference.Catalog;

/// <summary>What a <see cref="ModelPool{T}"/> says of a model that it holds.</summary>
/// <param name="Id">The model.</param>
/// <param name="Users">How many use it or wait for it.</param>
/// <param name="IsLoaded">Whether it is loaded; otherwise it is being loaded.</param>
/// <param name="Since">When its loading began.</param>
/// <param name="IdleSince">Since when nobody uses it; null while somebody does.</param>
public sealed record PooledModel(string Id, int Users, bool IsLoaded, DateTimeOffset Since, DateTimeOffset? IdleSince);
