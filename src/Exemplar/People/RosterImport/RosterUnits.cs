using Exemplar.Organization;

namespace Exemplar.People.RosterImport;

/// <summary>
/// The units a sheet may name, found by name; for one that does not exist, the unit that somebody matched it with, else one that is
/// founded with the import, a branch under the committee, a department under the office, a Party group under its branch.
/// </summary>
public sealed class RosterUnits
{
    private readonly Dictionary<(RosterColumn, string), UnknownUnit> unknown = [];
    private readonly Dictionary<Guid, Unit> byId = [];
    private readonly UnitNames branches;
    private readonly UnitNames departments;
    private readonly UnitMatches matches;
    private readonly Actor actor;
    private int nextNumber;

    public List<Unit> Founded { get; } = [];

    /// <summary>The names in the sheet that no unit bears, in the order in which they came up.</summary>
    public IReadOnlyCollection<UnknownUnit> Unknown => unknown.Values;

    private RosterUnits(List<Unit> units, UnitMatches matches, Actor actor, int nextNumber)
    {
        foreach (var unit in units) byId[unit.Id] = unit;
        var office = units.Find(u => u.Kind is UnitKind.Office);
        var committee = units.Find(u => u.Kind is UnitKind.Committee) ?? units.Find(u => u.Kind is UnitKind.GeneralBranch) ?? office;
        branches = new(UnitKind.Branch, committee, [.. units.Where(u => u.TakesMembers)]);
        departments = new(UnitKind.Department, office, [.. units.Where(u => u.Kind is UnitKind.Department or UnitKind.Office)]);
        (this.matches, this.actor, this.nextNumber) = (matches, actor, nextNumber);
    }

    public static async Task<RosterUnits> Load(AppDb db, Actor actor, UnitMatches matches, CancellationToken ct)
    {
        var units = await db.Units.AsNoTracking().Where(actor, PeopleCapability.Import).Where(u => u.DissolvedOn == null).OrderBy(u => u.Order).ToListAsync(ct);
        return new(units, matches, actor, await db.NextNumber(ct));
    }

    public Unit? Of(Guid? id) => id is { } known ? byId.GetValueOrDefault(known) : null;

    /// <summary>Those that there are, and those that are founded with the import.</summary>
    public IReadOnlyCollection<Unit> All => byId.Values;

    public Result<Unit> Branch(string name) => Find(RosterColumn.Branch, branches, name);

    public Result<Unit> Department(string name) => Find(RosterColumn.Department, departments, name);

    /// <summary>The Party group of the branch that is called so, or one that is founded with the import; null where the actor may not found it.</summary>
    public Unit? Group(Unit branch, string name)
    {
        if (byId.Values.FirstOrDefault(u => u.ParentId == branch.Id && u.Kind is UnitKind.PartyGroup && GroupWords.AreSame(name, u.Name)) is { } known) return known;
        return branch.KindsBelow.Contains(UnitKind.PartyGroup) && actor.May(OrganizationCapability.Change, branch) ? Found(UnitKind.PartyGroup, branch, GroupWords.NameOf(name) ?? name, GroupWords.NumberOf(name)).Value : null;
    }

    private Result<Unit> Find(RosterColumn column, UnitNames names, string name)
    {
        var key = Key(name);
        if (unknown.TryGetValue((column, key), out var met)) return met.Again();

        var called = names.Called(key);
        if (called is [var only]) return only;

        var mayFound = called.Count == 0 && names.Parent is { } parent && actor.May(OrganizationCapability.Change, parent);
        var asked = new UnknownUnit(column, name, names.Kind, mayFound, names.Offered);
        unknown.Add((column, key), asked);
        return asked.Answer = names.Offered.FirstOrDefault(u => u.Id == matches.Of(column, name)) is { } matched ? matched
            : called.Count > 1 ? new Refusal($"有 {called.Count} 个单位叫“{name}”，请在上面选定是哪一个")
            : mayFound ? Found(names.Kind, names.Parent!, name)
            : new Refusal($"没有“{name}”这个单位，也不能由您设立；请在上面选一个已有的单位");
    }

    /// <param name="place">Among the units beside it, where it is free: 第二党小组 stands second though its leader stands first on the roster.</param>
    private Result<Unit> Found(UnitKind kind, Unit parent, string name, int? place = null)
    {
        var taken = byId.Values.Where(u => u.ParentId == parent.Id).Select(u => u.Position).ToHashSet();
        var position = place is { } free && !taken.Contains(free) ? free : 1 + taken.DefaultIfEmpty().Max();
        var founded = Unit.Found(Guid.CreateVersion7(), kind, name, parent, nextNumber, position, actor.Act().Day);
        if (founded.Value is not { } unit) return founded;
        nextNumber++;
        byId[unit.Id] = unit;
        Founded.Add(unit);
        return unit;
    }

    /// <summary>第一支部 and 中共第一党支部 are the same.</summary>
    internal static string Key(string name) =>
        RosterHeadings.Plain(name).Replace("党支部", "支部", StringComparison.Ordinal).Replace("党总支部", "党总支", StringComparison.Ordinal)
            .Replace("中国共产党", "", StringComparison.Ordinal).Replace("中共", "", StringComparison.Ordinal).Replace("委员会", "", StringComparison.Ordinal);

    /// <summary>The units that one column may name, and what is founded for a name that none of them bears.</summary>
    private sealed record UnitNames(UnitKind Kind, Unit? Parent, IReadOnlyList<Unit> Offered)
    {
        private readonly ILookup<string, Unit> byKey = Offered.ToLookup(u => Key(u.Name));

        public List<Unit> Called(string key) => [.. byKey[key]];
    }
}
