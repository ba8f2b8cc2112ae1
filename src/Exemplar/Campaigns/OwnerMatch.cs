using Exemplar.Organization;

namespace Exemplar.Campaigns;

/// <summary>
/// Finds the units that a plan means by its words for owners: a unit's name, its end (综合科 for 市政府办综合科), or all of
/// a kind (各党支部, 各科室). What cannot be found is left to a person.
/// </summary>
public sealed class OwnerMatch(IReadOnlyList<Unit> units)
{
    private static readonly Dictionary<string, UnitKind[]> All = new()
    {
        ["支部"] = [UnitKind.Branch, UnitKind.GeneralBranch],
        ["黨支部"] = [UnitKind.Branch, UnitKind.GeneralBranch],
        ["党支部"] = [UnitKind.Branch, UnitKind.GeneralBranch],
        ["党总支"] = [UnitKind.GeneralBranch],
        ["科室"] = [UnitKind.Department],
        ["处室"] = [UnitKind.Department],
        ["部门"] = [UnitKind.Department],
        ["单位"] = [UnitKind.Department],
        ["党组织"] = [UnitKind.Branch, UnitKind.GeneralBranch],
        ["基层党组织"] = [UnitKind.Branch, UnitKind.GeneralBranch],
        ["基层党支部"] = [UnitKind.Branch, UnitKind.GeneralBranch],
    };

    private static readonly string[] Every = ["各个", "各", "全体", "所有", "相关", "有关"];
    private static readonly string[] Hosts = ["机关", "办公室", "本单位", "我办"];

    public List<Guid> Find(IEnumerable<string> named) => [.. named.SelectMany(Find).Distinct()];

    /// <summary>The names that no unit, or more than one, answers to.</summary>
    public List<string> Missed(IEnumerable<string> named) => [.. named.Where(name => !Find(name).Any()).Distinct()];

    private IEnumerable<Guid> Find(string name)
    {
        name = name.Trim();
        if (Every.FirstOrDefault(e => name.StartsWith(e, StringComparison.Ordinal)) is { } every)
        {
            var rest = name[every.Length..];
            foreach (var host in Hosts)
                if (rest.StartsWith(host, StringComparison.Ordinal) && All.ContainsKey(rest[host.Length..])) rest = rest[host.Length..];
            // "有关科室" says that somebody will be named: that is no owner yet.
            if (every is "相关" or "有关" || !All.TryGetValue(rest, out var kinds)) return [];
            return units.Where(u => kinds.Contains(u.Kind)).Select(u => u.Id);
        }
        var exact = units.Where(u => u.Name == name).ToList();
        if (exact.Count == 0) exact = [.. units.Where(u => name.Length >= 3 && (u.Name.EndsWith(name, StringComparison.Ordinal) || (u.Name.Length >= 3 && name.EndsWith(u.Name, StringComparison.Ordinal))))];
        return exact.Count == 1 ? [exact[0].Id] : [];
    }
}
