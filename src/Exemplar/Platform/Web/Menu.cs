namespace Exemplar.Platform.Web;

/// <summary>An entry of the main menu, shown to whoever holds the permission somewhere.</summary>
/// <param name="Also">Other addresses under which its pages lie: a task's own page is not under /tasks.</param>
public sealed record MenuItem(int Order, string Title, string Address, string Permission, params string[] Also)
{
    /// <summary>How much of the path is this entry's; 0 when the page is not one of its pages.</summary>
    public int Claims(PathString path) => Address == "/" ? (path == "/" ? 1 : 0) : Also.Prepend(Address).Where(a => path.StartsWithSegments(a)).Select(a => a.Length).DefaultIfEmpty().Max();
}

public static class MenuRegistration
{
    public static IServiceCollection AddMenu(this IServiceCollection services, params MenuItem[] items)
    {
        foreach (var item in items) services.AddSingleton(item);
        return services;
    }
}
