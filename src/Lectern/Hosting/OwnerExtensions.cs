using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;

namespace Lectern.Hosting;

/// <summary>The workspace in what a request proves about its browser.</summary>
public static class OwnerExtensions
{
    /// <summary>The claim that holds the workspace's id.</summary>
    internal const string OwnerClaim = "owner";

    /// <summary>Returns the workspace of the browser.</summary>
    /// <exception cref="InvalidOperationException">The browser has none: the address lacks authorization, which is a mistake of the program.</exception>
    public static Guid OwnerId(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.FindOwnerId() ?? throw new InvalidOperationException("The request came without a workspace, though its address is for workspaces alone.");
    }

    /// <summary>Returns the workspace of the browser; null where it has none.</summary>
    public static Guid? FindOwnerId(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Guid.TryParseExact(user.FindFirstValue(OwnerClaim), "N", out var owner) ? owner : null;
    }

    /// <summary>Returns a word by which pages tell workspaces apart, and which tells nothing else; null where the browser has none.</summary>
    internal static string? WorkspaceTag(this ClaimsPrincipal user) =>
        user.FindOwnerId() is { } owner ? Convert.ToHexStringLower(SHA256.HashData(owner.ToByteArray()).AsSpan(0, 8)) : null;

    /// <summary>Returns what the cookie of a workspace proves.</summary>
    internal static ClaimsPrincipal ToOwner(this Guid ownerId) =>
        new(new ClaimsIdentity([new Claim(OwnerClaim, ownerId.ToString("N", CultureInfo.InvariantCulture))], OwnerCookie.Scheme));
}
