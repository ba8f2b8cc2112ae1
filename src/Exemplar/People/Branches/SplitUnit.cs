using Exemplar.Organization;

namespace Exemplar.People.Branches;

/// <summary>Some of a branch's or department's people become a unit of their own beside it. What was before stays with the old one.</summary>
public sealed class SplitUnit(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // chosen before sending: sent twice, founded once
        public int Version { get; set; }

        [Display(Name = "新单位的名称"), Required, StringLength(60)]
        public string Name { get; set; } = "";

        [Display(Name = "从哪一天起"), Required]
        public DateOnly? On { get; set; }

        [Display(Name = "转入新单位的人员")]
        public List<Guid> People { get; set; } = [];
    }

    /// <summary>What goes along, named, before it is done.</summary>
    public sealed record Preview(IReadOnlyList<string> People, IReadOnlyList<string> Stay, IReadOnlyList<string> Posts, IReadOnlyList<string> Roles);

    /// <param name="Obstacle">Why nothing can be split off; empty when it can.</param>
    public sealed record View(Unit Unit, IReadOnlyList<PersonChoice> People, string Obstacle);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var unit = await db.Units.FindOrThrow(id, ct);
        actor.Demand(PeopleCapability.Change, within: unit);
        actor.Demand(OrganizationCapability.Change, within: unit);
        var people = await db.People.AsNoTracking().Where(p => p.Memberships.Any(m => m.UnitId == id && m.To == null)).OrderBy(p => p.NameOrder).ThenBy(p => p.Id).Select(p => new PersonChoice(p.Id, p.Name, p.BirthMonth, "")).ToListAsync(ct);
        var obstacle = unit.DissolvedOn is { } on ? $"已于 {on.Iso()} 撤销" : !GoingOver.Kinds.Contains(unit.Kind) ? $"{unit.Kind.Name()}不分设，请设立新单位后逐人调整" : people.Count < 2 ? "不到两人，没有可以分出去的" : "";
        return new(unit, people, obstacle);
    }

    /// <summary>What the form would do; refused as the form itself would be.</summary>
    public async Task<Result<Preview>> Look(Guid id, Form form, CancellationToken ct)
    {
        var view = await Open(id, ct);
        if (await Refuse(view, form, ct) is { } refusal) return refusal;
        var posts = await db.Posts.Where(p => p.UnitId == id && p.To == null && form.People.Contains(p.PersonId)).Join(db.People, p => p.PersonId, p => p.Id, (p, person) => new { p.Kind, person.Name }).ToListAsync(ct);
        var roles = await db.GrantsGoing(id, form.People, clock.Today()).Where(g => g.Role != Role.Member)
            .Join(db.Users, g => g.AccountId, a => a.Id, (g, a) => new { g.Role, Name = db.People.Where(p => p.Id == a.PersonId).Select(p => p.Name).First() }).ToListAsync(ct);
        return new Preview([.. view.People.Where(p => form.People.Contains(p.Id)).Select(p => p.Name)], [.. view.People.Where(p => !form.People.Contains(p.Id)).Select(p => p.Name)],
            [.. posts.OrderBy(p => p.Kind).Select(p => $"{p.Name}（{p.Kind.Name()}）")], [.. roles.OrderBy(r => r.Role).ThenBy(r => r.Name, PinyinOrder.Instance).Select(r => $"{r.Name}（{r.Role.Name()}）")]);
    }

    public Task<Result<Unit>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<Unit>(async (db, ct) =>
    {
        var view = await Open(id, ct);
        var unit = view.Unit;
        if (await db.Units.SingleOrDefaultAsync(u => u.Id == form.Id && u.ParentId == unit.ParentId, ct) is { } kept)
            return Resent.Answer(kept, kept.Name == form.Name.Trim() && kept.Kind == unit.Kind, kept.Name);
        if (unit.Version != form.Version) throw new Stale(nameof(Unit));
        if (await Refuse(view, form, ct) is { } refusal) return refusal;

        var (on, today, act) = (form.On!.Value, clock.Today(), actor.Act());
        var parent = await db.Units.FindOrThrow(unit.ParentId!.Value, ct);
        var founded = Unit.Found(form.Id, unit.Kind, form.Name, parent, await db.NextNumber(ct), await db.NextPosition(parent.Id, ct), unit.DutiesFrom is null ? null : on);
        if (founded.Refusal is not null) return founded;
        db.Add(founded.Value!);
        db.Log(act, OrganizationCapability.Change, founded.Value!);
        foreach (var step in (UnitStep[])[UnitStep.Of(unit, UnitStepKind.SplitOff, on, founded.Value!), UnitStep.Of(founded.Value!, UnitStepKind.FoundedFrom, on, unit)])
        {
            db.Add(step);
            db.Log(act, OrganizationCapability.Change, step);
        }
        var people = await db.People.Include(p => p.Memberships).Where(p => form.People.Contains(p.Id)).ToListAsync(ct);
        return await db.GoOver(act, people, unit, founded.Value!, on, today, ct) is { } unmoved ? unmoved : founded;
    }, ct);

    private async Task<Refusal?> Refuse(View view, Form form, CancellationToken ct)
    {
        if (view.Obstacle.Length > 0) return new Refusal(view.Obstacle);
        if (form.People.Count == 0) return new Refusal(nameof(Form.People), "请勾选转入新单位的人员");
        if (form.People.Exists(id => view.People.All(p => p.Id != id))) return new Refusal(nameof(Form.People), "请从列表中勾选人员");
        if (form.People.Distinct().Count() == view.People.Count) return new Refusal(nameof(Form.People), "全部转走就没有人留下了；整个换名请用“更名”，并到别处请用“并入”");
        if (form.On > clock.Today()) return new Refusal(nameof(Form.On), "日期不能在今天之后");
        if (await db.EarliestDay(view.Unit.Id, form.People, ct) is var earliest && form.On < earliest) return new Refusal(nameof(Form.On), $"最早 {earliest.Iso()}：这以前勾选的人在这里的编入、任职还有变动");
        return await db.HasSibling(view.Unit.ParentId, form.Name, null, ct) ? new Refusal(nameof(Form.Name), $"同级已有“{form.Name.Trim()}”") : null;
    }
}
