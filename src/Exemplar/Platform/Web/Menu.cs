namespace Exemplar.Platform.Web;

/// <summary>An entry of the main menu, shown to whoever holds the permission somewhere.</summary>
public sealed record MenuItem(int Order, string Title, string Address, string Permission);

public static class MenuRegistration
{
    public static IServiceCollection AddMenu(this IServiceCollection services, params MenuItem[] items)
    {
        foreach (var item in items) services.AddSingleton(item);
        return services;
    }
}
