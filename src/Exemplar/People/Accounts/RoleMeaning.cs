namespace Exemplar.People.Accounts;

/// <summary>What a role may do, in the words of the permission tables.</summary>
public sealed record RoleMeaning(Role Role, string Allows)
{
    public static IReadOnlyList<RoleMeaning> Of(PermissionTable permissions, IEnumerable<Role> roles) =>
        [.. roles.Order().Select(r => new RoleMeaning(r, string.Join('、', permissions.All.Where(p => p.Roles.Contains(r) && p.Roles.Length < Enum.GetValues<Role>().Length).Select(p => p.Title))))];
}
