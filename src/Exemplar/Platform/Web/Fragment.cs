using Htmx;

namespace Exemplar.Platform.Web;

public static class Fragment
{
    /// <summary>True when a part of a page refreshes itself; boosted links and htmx's own history ask for whole pages.</summary>
    public static bool IsFragment(this HttpRequest request) =>
        request.IsHtmx(out var htmx) && htmx is { Boosted: false, HistoryRestoreRequest: false };
}
