using Exemplar.Rules;

namespace Exemplar.Organization;

/// <summary>Somebody renames a unit or moves it up or down among its neighbours.</summary>
public sealed class EditUnit(AppDb db, Actor actor)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "名称"), Required, StringLength(60)]
        public string Name { get; set; } = "";

        [Display(Name = "排在同级第几位"), Required, Range(1, 9999, ErrorMessage = "{0}须是 1 到 9999 的整数")]
        public int? Position { get; set; }

        [Display(Name = "启用日")]
        public DateOnly? DutiesFrom { get; set; }

        [Display(Name = "下级没有启用日的单位也从这天起")]
        public bool AlsoBelow { get; set; }

        [Display(Name = "上次换届日期")]
        public DateOnly? ElectedOn { get; set; }

        [Display(Name = "批准延期到")]
        public DateOnly? TermExtendedTo { get; set; }

        [Display(Name = "组建方式")]
        public Formation Formation { get; set; }

        [Display(Name = "覆盖单位数")]
        public int? CoveredUnits { get; set; }

        [Display(Name = "任务结束日期")]
        public DateOnly? TaskEndsOn { get; set; }
    }

    public async Task<Unit> Open(Guid id, CancellationToken ct)
    {
        var unit = await db.Units.FindOrThrow(id, ct);
        actor.Demand(OrganizationCapability.Change, within: unit);
        return unit;
    }

    /// <summary>The form as it stands now: the place is counted among the neighbours, whatever numbers they carry.</summary>
    public async Task<Form> Fill(Unit unit, CancellationToken ct) => new()
    {
        Version = unit.Version,
        Name = unit.Name,
        Position = 1 + await db.Units.CountAsync(u => u.ParentId == unit.ParentId && u.Position < unit.Position, ct),
        DutiesFrom = unit.DutiesFrom,
        ElectedOn = unit.ElectedOn,
        TermExtendedTo = unit.TermExtendedTo,
        Formation = unit.Formation,
        CoveredUnits = unit.CoveredUnits,
        TaskEndsOn = unit.TaskEndsOn,
    };

    /// <summary>Units below it that the actor may change as well, whose duties nobody keeps yet.</summary>
    public Task<int> BelowWithoutStart(Unit unit, CancellationToken ct) => WithoutStart(unit).CountAsync(ct);

    private IQueryable<Unit> WithoutStart(Unit unit) =>
        db.Units.Where(actor, OrganizationCapability.Change).Where(u => u.Path.StartsWith(unit.Path) && u.Id != unit.Id && u.DutiesFrom == null && u.DissolvedOn == null && Unit.KindsWithDuties.Contains(u.Kind));

    public Task<Result<Unit>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<Unit>(async (db, ct) =>
    {
        var unit = await Open(id, ct);
        if (unit.Version != form.Version) throw new Stale(nameof(Unit));
        if (await db.HasSibling(unit.ParentId, form.Name, unit.Id, ct)) return new Refusal(nameof(Form.Name), $"同级已有“{form.Name.Trim()}”");
        var (act, was) = (actor.Act(), unit.Name);
        // What stood in the form is of the term before, when another election is entered.
        var extended = form.ElectedOn != unit.ElectedOn && form.TermExtendedTo == unit.TermExtendedTo ? null : form.TermExtendedTo;
        if ((unit.Rename(form.Name) ?? unit.KeepDuties(form.DutiesFrom, form.ElectedOn, act.Day) ?? unit.ExtendTerm(extended) ?? unit.FormAs(form.Formation, form.CoveredUnits, form.TaskEndsOn)) is { } refusal) return refusal;

        db.Log(act, OrganizationCapability.Change, unit);
        if (unit.Name != was)
        {
            var step = new UnitStep { UnitId = id, Kind = UnitStepKind.Renamed, On = act.Day, Name = was };
            db.Add(step);
            db.Log(act, OrganizationCapability.Change, step);
        }
        db.Entry(unit).Property(u => u.Name).IsModified = true;   // the version moves even when only neighbours did
        if (form is { AlsoBelow: true, DutiesFrom: { } from })
            foreach (var below in await WithoutStart(unit).ToListAsync(ct))
            {
                if (below.KeepDuties(from, below.ElectedOn, act.Day) is { } refused) return refused;
                db.Log(act, OrganizationCapability.Change, below);
            }
        await Reorder(unit, form.Position!.Value, ct);
        await db.StateFacts(unit.Id, unit.ElectedOn is { } on ? [Fact.Of("elected", unit.Id, unit.Id, on)] : [], ct);
        return unit;
    }, ct);

    /// <summary>Neighbours close up and make room; everything below them follows.</summary>
    private async Task Reorder(Unit unit, int place, CancellationToken ct)
    {
        var neighbours = await db.Units.Where(u => u.ParentId == unit.ParentId).OrderBy(u => u.Position).ThenBy(u => u.Path).ToListAsync(ct);
        neighbours.Remove(unit);
        neighbours.Insert(Math.Min(place - 1, neighbours.Count), unit);
        var parent = unit.ParentId is { } parentId ? await db.Units.FindOrThrow(parentId, ct) : null;
        if (neighbours.Select((u, i) => u.Position == i + 1).All(same => same)) return;

        var top = parent?.Path ?? "/";
        var below = (await db.Units.Where(u => u.Path.StartsWith(top)).ToListAsync(ct)).ToLookup(u => u.ParentId);
        for (var i = 0; i < neighbours.Count; i++) Stand(neighbours[i], parent, i + 1);

        void Stand(Unit one, Unit? above, int position)
        {
            var order = one.Order;
            one.Stand(above, position);
            if (one.Order == order) return;
            db.Log(actor.Act(), OrganizationCapability.Change, one);
            foreach (var child in below[one.Id]) Stand(child, one, child.Position);
        }
    }
}
