using System.Security.Cryptography;

namespace Lectern.Hosting;

/// <summary>The request's random word that lets a style of ours pass the content security policy.</summary>
public sealed class CspNonce
{
    /// <summary>Gets the word: 128 random bits.</summary>
    public string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
}
