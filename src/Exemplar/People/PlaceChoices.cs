using Exemplar.Organization;

namespace Exemplar.People;

/// <summary>The branches and departments among which the actor may place people.</summary>
public sealed record PlaceChoices(IReadOnlyList<UnitChoice> Branches, IReadOnlyList<UnitChoice> Departments)
{
    private static readonly UnitKind[] BranchKinds = [UnitKind.Branch, UnitKind.GeneralBranch];
    private static readonly UnitKind[] DepartmentKinds = [UnitKind.Department, UnitKind.Office];

    public static async Task<PlaceChoices> For(AppDb db, Actor actor, string permission, CancellationToken ct) => new(
        await db.ChooseUnits(actor, permission, BranchKinds, ct),
        await db.ChooseUnits(actor, permission, DepartmentKinds, ct));

    /// <summary>A unit that was not offered is outside the actor's place, or no such unit.</summary>
    public Refusal? Refuse(Guid? branch, Guid? department)
    {
        if (branch is not null && Branches.All(u => u.Id != branch)) return new Refusal("Branch", "请从列表中选择支部");
        if (department is not null && Departments.All(u => u.Id != department)) return new Refusal("Department", "请从列表中选择科室");
        return null;
    }
}

internal static class PlaceQueries
{
    public static async Task<Unit?> FindUnit(this AppDb db, Guid? id, CancellationToken ct) =>
        id is null ? null : await db.Units.SingleOrDefaultAsync(u => u.Id == id, ct);

    /// <summary>Where somebody with the same name, birth month and join date is: people are told apart by these three.</summary>
    public static async Task<string?> FindTwin(this AppDb db, PersonFacts facts, Guid? except, CancellationToken ct)
    {
        var name = facts.Name.Trim();
        if (facts.BirthMonth is null) return null;
        var namesakes = await db.People.Include(p => p.Memberships).Where(p => p.Id != except && p.Name == name && p.BirthMonth == facts.BirthMonth).ToListAsync(ct);
        var twin = namesakes.Find(p => p.JoinedOn is { } joined && facts.JoinedOn is { } given ? joined.Agrees(given) : p.JoinedOn == facts.JoinedOn);
        return twin is null ? null : string.Join('、', (await db.PlacesOf(twin, ct)).Select(u => u.Name));
    }
}
