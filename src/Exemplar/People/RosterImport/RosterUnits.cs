using Exemplar.Organization;

namespace Exemplar.People.RosterImport;

/// <summary>
/// The units a sheet may name, found by name; one that does not exist is founded with the import, a branch under the
/// committee, a department under the office.
/// </summary>
public sealed class RosterUnits
{
    private readonly Dictionary<string, List<Unit>> branches = [];
    private readonly Dictionary<string, List<Unit>> departments = [];
    private readonly Dictionary<Guid, Unit> byId = [];
    private readonly Unit? office;
    private readonly Unit? committee;
    private readonly Actor actor;
    private int nextNumber;

    public List<Unit> Founded { get; } = [];

    private RosterUnits(List<Unit> units, Actor actor, int nextNumber)
    {
        foreach (var unit in units)
        {
            byId[unit.Id] = unit;
            if (unit.TakesMembers) Put(branches, unit);
            if (unit.Kind is UnitKind.Department or UnitKind.Office) Put(departments, unit);
        }
        office = units.Find(u => u.Kind is UnitKind.Office);
        committee = units.Find(u => u.Kind is UnitKind.Committee) ?? units.Find(u => u.Kind is UnitKind.GeneralBranch) ?? office;
        (this.actor, this.nextNumber) = (actor, nextNumber);
    }

    public static async Task<RosterUnits> Load(AppDb db, Actor actor, CancellationToken ct)
    {
        var units = await db.Units.AsNoTracking().Where(actor, PeopleCapability.Import).Where(u => u.DissolvedOn == null).OrderBy(u => u.Order).ToListAsync(ct);
        return new(units, actor, await db.NextNumber(ct));
    }

    public Unit? Of(Guid? id) => id is { } known ? byId.GetValueOrDefault(known) : null;

    public Result<Unit> Branch(string name) => Find(branches, name) ?? Found(branches, UnitKind.Branch, name, committee);

    public Result<Unit> Department(string name) => Find(departments, name) ?? Found(departments, UnitKind.Department, name, office);

    private static Result<Unit>? Find(Dictionary<string, List<Unit>> units, string name) => units.GetValueOrDefault(Key(name)) switch
    {
        null => null,
        [var only] => only,
        var several => new Refusal($"有 {several.Count} 个单位叫“{name}”，请在表里写清楚"),
    };

    private Result<Unit> Found(Dictionary<string, List<Unit>> units, UnitKind kind, string name, Unit? parent)
    {
        if (parent is null || !actor.May(OrganizationCapability.Change, parent)) return new Refusal($"没有“{name}”这个单位，也不能由您设立");

        var position = 1 + byId.Values.Where(u => u.ParentId == parent.Id).Select(u => u.Position).DefaultIfEmpty().Max();
        var founded = Unit.Found(Guid.CreateVersion7(), kind, name, parent, nextNumber, position);
        if (founded.Value is not { } unit) return founded;
        nextNumber++;
        byId[unit.Id] = unit;
        Put(units, unit);
        Founded.Add(unit);
        return unit;
    }

    private static void Put(Dictionary<string, List<Unit>> units, Unit unit)
    {
        if (units.TryGetValue(Key(unit.Name), out var same)) same.Add(unit);
        else units[Key(unit.Name)] = [unit];
    }

    /// <summary>第一支部 and 中共第一党支部 are the same.</summary>
    internal static string Key(string name) =>
        RosterHeadings.Plain(name).Replace("党支部", "支部", StringComparison.Ordinal).Replace("党总支部", "党总支", StringComparison.Ordinal)
            .Replace("中国共产党", "", StringComparison.Ordinal).Replace("中共", "", StringComparison.Ordinal).Replace("委员会", "", StringComparison.Ordinal);
}
