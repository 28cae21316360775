namespace Lectern.Inference.Catalog;

/// <summary>Whether a model can be used without the network.</summary>
public enum ModelState
{
    /// <summary>Nothing of it is there.</summary>
    Missing,

    /// <summary>Something of it is there, but not all, not checked, or not what the catalog names now.</summary>
    Partial,

    /// <summary>All of it is there and was checked.</summary>
    Installed,
}
