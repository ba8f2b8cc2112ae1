using Exemplar.Organization;

namespace Exemplar.People.Branches;

/// <summary>A branch or department ends and another goes on with its people, open tasks and plans. What was before stays with the one that ended.</summary>
public sealed class MergeUnit(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form
    {
        public int Version { get; set; }

        /// <summary>What was shown. When something has changed since, it is shown again.</summary>
        public string Shown { get; set; } = "";

        [Display(Name = "并入哪个单位"), Required(ErrorMessage = "请选择单位")]
        public Guid? Into { get; set; }

        [Display(Name = "从哪一天起"), Required]
        public DateOnly? On { get; set; }
    }

    /// <summary>What goes along, named, before it is done.</summary>
    /// <param name="People">Who go over.</param>
    /// <param name="Posts">Posts that end, in words.</param>
    /// <param name="Roles">Roles that end, in words; a member's begins anew.</param>
    /// <param name="Both">Open tasks that both units have.</param>
    public sealed record Preview(Unit Into, DateOnly On, IReadOnlyList<string> People, IReadOnlyList<string> Posts, IReadOnlyList<string> Roles, int Tasks, int Both, IReadOnlyList<DateOnly> Plans)
    {
        public string Digest => string.Join('|', [Into.Id, On.Iso(), string.Join(',', People), string.Join(',', Posts), string.Join(',', Roles), Tasks, .. Plans]);
    }

    /// <param name="Choices">Units of its kind, which it can be merged into.</param>
    /// <param name="Obstacle">Why it cannot be merged as it stands; empty when it can.</param>
    /// <param name="BadDay">Why it cannot be on the day that was chosen; then nothing is shown of it.</param>
    public sealed record View(Unit Unit, IReadOnlyList<UnitChoice> Choices, string Obstacle, Refusal? BadDay, Preview? Preview);

    public async Task<View> Open(Guid id, Guid? into, DateOnly? on, CancellationToken ct)
    {
        var unit = await db.Units.FindOrThrow(id, ct);
        actor.Demand(PeopleCapability.Change, within: unit);
        actor.Demand(OrganizationCapability.Change, within: unit);
        var choices = GoingOver.Kinds.Contains(unit.Kind) && unit.DissolvedOn is null ? (await db.ChooseUnits(actor, PeopleCapability.Change, [unit.Kind], ct)).FindAll(c => c.Id != id) : [];
        var chosen = choices.Exists(c => c.Id == into) ? await db.Units.FindOrThrow(into!.Value, ct) : null;
        var obstacle = await Obstacle(unit, ct);
        if (chosen is null || on is not { } day || obstacle.Length > 0) return new(unit, choices, obstacle, null, null);
        var badDay = await Refuse(unit, day, ct);
        return new(unit, choices, "", badDay, badDay is null ? await Look(unit, chosen, day, ct) : null);
    }

    public Task<Result<Unit>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<Unit>(async (db, ct) =>
    {
        var (unit, _, obstacle, badDay, preview) = await Open(id, form.Into, form.On, ct);
        if (unit.Version != form.Version) throw new Stale(nameof(Unit));
        if (obstacle.Length > 0) return new Refusal(obstacle);
        if (badDay is not null) return badDay;
        if (preview is null) return new Refusal(nameof(Form.Into), "请从列表中选择单位");
        var (into, on, today, act) = (preview.Into, preview.On, clock.Today(), actor.Act());
        if (form.Shown != preview.Digest) return new Refusal("下面的内容与您刚才看到的不同，请重新核对后再确认");

        var people = await db.People.Include(p => p.Memberships).Where(p => p.Memberships.Any(m => m.UnitId == id && m.To == null)).ToListAsync(ct);
        if (await db.GoOver(act, people, unit, into, on, today, ct) is { } refusal) return refusal;
        foreach (var post in await db.Posts.Where(p => p.UnitId == id && p.To == null).ToListAsync(ct))   // held by people of other units
        {
            if (post.To is null && post.End(on.AddDays(-1), today) is { } unended) return unended;
            db.Log(act, PeopleCapability.Appoint, post);
        }
        await db.HandOverTasks(act, unit, into, ct);
        await db.HandOverMeetings(act, unit, into, on, ct);
        await db.SaveChangesAsync(ct);

        if (unit.Dissolve(on.AddDays(-1), today, unitsBelow: 0, people: 0, posts: 0, openTasks: await db.OpenShares(id, ct)) is { } undissolved) return undissolved;
        db.Log(act, OrganizationCapability.Change, unit);
        foreach (var step in (UnitStep[])[UnitStep.Of(unit, UnitStepKind.MergedInto, on, into), UnitStep.Of(into, UnitStepKind.TookIn, on, unit)])
        {
            db.Add(step);
            db.Log(act, OrganizationCapability.Change, step);
        }
        return into;
    }, ct);

    private async Task<Refusal?> Refuse(Unit unit, DateOnly on, CancellationToken ct)
    {
        if (on > clock.Today()) return new Refusal(nameof(Form.On), "日期不能在今天之后");
        return await db.EarliestDay(unit.Id, null, ct) is var earliest && on < earliest ? new Refusal(nameof(Form.On), $"最早 {earliest.Iso()}：这以前这里的人员、职务或会议还有变动") : null;
    }

    private async Task<string> Obstacle(Unit unit, CancellationToken ct)
    {
        if (unit.DissolvedOn is { } dissolved) return $"已于 {dissolved.Iso()} 撤销";
        if (!GoingOver.Kinds.Contains(unit.Kind)) return $"{unit.Kind.Name()}不合并，请用“撤销”";
        if (await db.Units.CountAsync(u => u.ParentId == unit.Id && u.DissolvedOn == null, ct) is > 0 and var below) return $"下面还有 {below} 个单位，请先移到别处或撤销";
        return await db.PreparedElections(unit.Id, default, ct) is > 0 and var elections ? $"有 {elections} 次选举已准备好还没有进行，请先撤回" : "";
    }

    private async Task<Preview> Look(Unit unit, Unit into, DateOnly on, CancellationToken ct)
    {
        var today = clock.Today();
        var people = await db.People.AsNoTracking().Where(p => p.Memberships.Any(m => m.UnitId == unit.Id && m.To == null)).OrderBy(p => p.NameOrder).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        var posts = await db.Posts.Where(p => p.UnitId == unit.Id && p.To == null).Join(db.People, p => p.PersonId, p => p.Id, (p, person) => new { p.Kind, person.Name }).ToListAsync(ct);
        var roles = await db.GrantsGoing(unit.Id, people.ConvertAll(p => p.Id), today).Where(g => g.Role != Role.Member)
            .Join(db.Users, g => g.AccountId, a => a.Id, (g, a) => new { g.Role, Name = db.People.Where(p => p.Id == a.PersonId).Select(p => p.Name).First() }).ToListAsync(ct);
        return new(into, on, people.ConvertAll(p => p.Name),
            [.. posts.OrderBy(p => p.Kind).Select(p => $"{p.Name}（{p.Kind.Name()}）")],
            [.. roles.OrderBy(r => r.Role).ThenBy(r => r.Name, PinyinOrder.Instance).Select(r => $"{r.Name}（{r.Role.Name()}）")],
            await db.OpenShares(unit.Id, ct), await db.SharesOfBoth(unit.Id, into.Id, ct), await db.PlansOf(unit.Id, on, ct));
    }
}
