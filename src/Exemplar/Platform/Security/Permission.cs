namespace Exemplar.Platform.Security;

/// <summary>Something that may be done, <c>noun.verb</c>, and the roles that may do it. Printed into docs/permissions.md.</summary>
public sealed record Permission(string Name, string Title, params Role[] Roles);

/// <summary>The permission tables of all capabilities.</summary>
public sealed class PermissionTable(IEnumerable<Permission> permissions)
{
    private readonly Dictionary<string, Permission> byName = permissions.ToDictionary(p => p.Name);

    public IEnumerable<Permission> All => byName.Values;

    /// <summary>Throws <see cref="KeyNotFoundException"/> for a name that stands in no table.</summary>
    public bool Allows(Role role, string permission) => byName[permission].Roles.Contains(role);
}

public static class PermissionRegistration
{
    public static IServiceCollection AddPermissions(this IServiceCollection services, params Permission[] permissions)
    {
        foreach (var permission in permissions) services.AddSingleton(permission);
        return services;
    }
}
