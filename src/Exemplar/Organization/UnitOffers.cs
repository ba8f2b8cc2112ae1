using Exemplar.Documents.Templates;
using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Organization;

/// <summary>For which of the actor's units a form is filled.</summary>
public sealed class UnitQuestion(AppDb db, Actor actor) : IFormQuestion
{
    public const string Name = "unit";

    public string Key => Name;
    public string Title => "哪些单位（不选就是我能看到的全部）";

    public async Task<IReadOnlyList<FormChoice>> Choices(IReadOnlyCollection<string> offers, CancellationToken ct) =>
        [.. (await db.ChooseUnits(actor, FormsCapability.Fill, IsOfBranches(offers) ? [UnitKind.GeneralBranch, UnitKind.Branch] : [UnitKind.Department, UnitKind.GeneralBranch, UnitKind.Branch, UnitKind.LeadingGroupOffice], ct)).Select(u => new FormChoice($"{u.Id}", u.Name))];

    /// <summary>What branches held: a department or a 领导小组办公室 holds no organizational life and would stand there for nothing. Tasks are theirs too.</summary>
    private static bool IsOfBranches(IReadOnlyCollection<string> offers) => Some(offers, "branch.", "life.", "meetings.") && !Some(offers, "tasks.");

    private static bool Some(IReadOnlyCollection<string> offers, params string[] prefixes) => offers.Any(o => prefixes.Any(p => o.StartsWith(p, StringComparison.Ordinal)));
}

/// <summary>The unit that a form is filled for, and the office that it belongs to.</summary>
public sealed class UnitOffers(AppDb db, Actor actor) : FormSource<UnitOffers.Place>
{
    public sealed record Place(string Office, string Units, string Heads);

    public override string Name => "单位";
    protected override bool IsList => false;

    protected override IReadOnlyList<Value> Values { get; } =
    [
        new("unit.name", "填报单位（所选的；不选时为本机关）", p => p.Units, "单位", "单位名称", "填报单位", "填报支部", "填报党支部", "报送支部", "填报党组织", "填表单位", "填报部门", "填报科室", "报送单位", "上报单位", "报告单位", "制表单位", "科室", "部门", "支部", "支部名称", "党支部", "党支部名称", "党组织名称", "科室名称", "部门名称", "所在单位"),
        new("unit.office", "本机关名称", p => p.Office, "机关名称", "机关单位", "单位全称", "机关", "创建单位", "申报单位"),
        new("unit.head", "单位负责人", p => p.Heads, "负责人", "主要负责人", "科室负责人", "部门负责人", "支部书记", "党支部书记", "支部书记姓名", "书记", "书记姓名", "党组织书记", "单位主要负责人", "负责人姓名"),
    ];

    protected override async Task<IReadOnlyList<Place>> Find(FormScope scope, CancellationToken ct)
    {
        var offices = actor.GrantsFor(FormsCapability.Fill).Select(g => FormTemplate.OfficeOf(g.Path)).Distinct().ToList();
        var office = await db.Units.Where(u => offices.Contains(u.Path)).OrderBy(u => u.Order).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? "";
        var chosen = scope.Chosen(UnitQuestion.Name);
        if (chosen.Count == 0) return [new(office, office, "")];

        var units = db.Units.AsNoTracking().Where(actor, FormsCapability.Fill).Where(u => chosen.Contains(u.Id));
        var leaders = await db.Leaders(units, ct);
        var found = await units.OrderBy(u => u.Order).Select(u => new { u.Id, u.Name }).ToListAsync(ct);
        return [new(office, string.Join('、', found.Select(u => u.Name)), string.Join('、', found.SelectMany(u => leaders[u.Id]).Distinct()))];
    }
}

internal static class ChosenUnits
{
    /// <summary>Those of the units that were chosen, and what lies below the chosen; none chosen means all.</summary>
    public static IQueryable<Unit> Within(this IQueryable<Unit> units, AppDb db, IReadOnlyList<Guid> chosen) =>
        chosen.Count == 0 ? units : units.Where(u => db.Units.Any(c => chosen.Contains(c.Id) && u.Path.StartsWith(c.Path)));
}
