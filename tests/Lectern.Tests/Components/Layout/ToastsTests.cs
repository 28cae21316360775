using Lectern.Components.Layout;
using Microsoft.Extensions.Time.Testing;

namespace Lectern.Tests.Components.Layout;

public sealed class ToastsTests
{
    [Fact]
    public async Task Message_goes_by_itself_and_one_that_can_be_acted_on_stays_longer()
    {
        var clock = new FakeTimeProvider();
        var toasts = new Toasts(clock);
        var told = new Toast("Saved.");
        var asked = new Toast("Deleted.", "Undo", () => Task.CompletedTask);
        var shown = Task.WhenAll(toasts.ShowAsync(told), toasts.ShowAsync(asked));

        clock.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal([asked], toasts.All);
        clock.Advance(TimeSpan.FromSeconds(32.9));
        Assert.Equal([asked], toasts.All);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        await shown;
        Assert.Empty(toasts.All);
    }
}
