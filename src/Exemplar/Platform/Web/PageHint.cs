namespace Exemplar.Platform.Web;

/// <summary>A line above a page that leads somewhere.</summary>
/// <param name="First">Where it leads before that, while there may be more to do of the same.</param>
public sealed record HintWords(string Text, string Button, string Address, (string Button, string Address)? First = null);

/// <summary>What a capability has to say above pages of others, such as the next step of a guide that leads through them. Only asked on the pages that it concerns.</summary>
public sealed record PageHint(Func<PathString, bool> Concerns, Func<IServiceProvider, PathString, CancellationToken, Task<HintWords?>> Say);

public static class PageHintRegistration
{
    public static IServiceCollection AddPageHint(this IServiceCollection services, PageHint hint) => services.AddSingleton(hint);
}
