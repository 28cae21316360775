using Lectern.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Lectern.Components;

/// <summary>A page of a workspace: knows whose it is.</summary>
public abstract class OwnedPage : ComponentBase
{
    /// <summary>Who is signed in.</summary>
    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    /// <summary>Returns the workspace of the browser.</summary>
    protected async Task<Guid> OwnerAsync() => (await Authentication).User.OwnerId();
}
