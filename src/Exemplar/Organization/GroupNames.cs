namespace Exemplar.Organization;

/// <summary>A Party group among units of other branches: every branch may have a 第一党小组.</summary>
internal static class GroupNames
{
    /// <summary>规划科党支部·第二党小组</summary>
    public static string Of(string branch, string group) => branch.Length == 0 ? group : $"{branch}·{group}";

    /// <summary>What a unit is called in a list where units of other branches may stand.</summary>
    /// <param name="others">Among them its branch; without it the name stands alone.</param>
    public static string NameAmong(this Unit unit, IEnumerable<Unit> others) =>
        unit.Kind is UnitKind.PartyGroup && others.FirstOrDefault(u => u.Id == unit.ParentId) is { } branch ? Of(branch.Name, unit.Name) : unit.Name;

    /// <summary>What these branches are called; not asked of none.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> BranchesOf(this AppDb db, IEnumerable<Guid?> ids, CancellationToken ct)
    {
        var branches = ids.OfType<Guid>().Distinct().ToList();
        return branches.Count == 0 ? new Dictionary<Guid, string>() : await db.Units.Where(u => branches.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
    }
}
