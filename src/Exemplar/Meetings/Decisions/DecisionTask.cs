using Exemplar.Organization;
using Exemplar.Tasks;

namespace Exemplar.Meetings.Decisions;

/// <summary>A decision becomes a task of a unit, issued by the unit that decided.</summary>
public sealed class DecisionTask(AppDb db, Actor actor, TimeProvider clock, MeetingKinds kinds)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // of the task: sent twice, issued once
        public int Version { get; set; }

        [Display(Name = "任务名称"), Required, StringLength(200)]
        public string Title { get; set; } = "";

        [Display(Name = "承办单位"), Required(ErrorMessage = "请选择承办单位")]
        public Guid? Unit { get; set; }

        [Display(Name = "时限"), Required(ErrorMessage = "请定一个时限")]
        public DateOnly? DueOn { get; set; }
    }

    public sealed record View(PlacedMeeting Found, AgendaItem Item, IReadOnlyList<Unit> Units);

    public sealed record Issued(PlacedMeeting Found, Unit Unit, WorkTask Task);

    /// <summary>Throws <see cref="NotFound"/> when the meeting has no decision under this number.</summary>
    public async Task<View> Open(Guid id, int number, CancellationToken ct)
    {
        var found = await db.DemandMeeting(id, kinds, actor, MeetingsCapability.Record, ct);
        var item = found.Meeting.Agenda.Find(i => i.Number == number && i.Decision.Length > 0 && found.Meeting.WasHeld) ?? throw new NotFound(nameof(AgendaItem));
        return new(found, item, await UnitsFor(found.Unit, ct));
    }

    /// <summary>Itself first, what lies below it, and the departments that its people work in; the Party leadership group decides for the whole office.</summary>
    private async Task<List<Unit>> UnitsFor(Unit unit, CancellationToken ct)
    {
        var office = unit.Path[..(unit.Path.IndexOf('/', 1) + 1)];
        var units = db.Units.Where(u => u.DissolvedOn == null && u.Path.StartsWith(office));
        if (unit.Kind is not UnitKind.PartyLeadershipGroup)
        {
            var people = db.Memberships.Where(m => m.To == null && db.Units.Any(u => u.Id == m.UnitId && u.Path.StartsWith(unit.Path))).Select(m => m.PersonId);
            units = units.Where(u => u.Path.StartsWith(unit.Path) || (u.Kind == UnitKind.Department && db.Memberships.Any(m => m.UnitId == u.Id && m.To == null && people.Contains(m.PersonId))));
        }
        return [.. (await units.OrderBy(u => u.Order).ToListAsync(ct)).Where(u => u.AnswersTasks).OrderBy(u => u.Id != unit.Id)];
    }

    public Task<Result<Issued>> Handle(Guid id, int number, Form form, CancellationToken ct) => db.Commit<Issued>(async (db, ct) =>
    {
        var (found, item, units) = await Open(id, number, ct);
        if (item.TaskId == form.Id && await db.Tasks.Include(t => t.Assignments).SingleOrDefaultAsync(t => t.Id == form.Id, ct) is { } kept)
            return new Issued(found, units.First(u => u.Id == kept.Assignments[0].UnitId), kept);
        found.Meeting.Guard(form.Version);
        if (item.TaskId is not null) return new Refusal("这项议定事项已经转成任务了");
        if (units.FirstOrDefault(u => u.Id == form.Unit) is not { } unit) return new Refusal(nameof(Form.Unit), "请从列表中选择承办单位");
        if (form.DueOn <= clock.Today()) return new Refusal(nameof(Form.DueOn), "时限须在今天之后");

        var act = actor.Act();
        var task = new WorkTask { Id = form.Id, Title = form.Title.Trim(), Text = item.Decision, IssuerId = found.Unit.Id, SourceId = id, DueOn = form.DueOn, IssuedAt = act.At };
        var share = task.Assign(unit, leads: true, act);
        db.Add(task);
        item.TaskId = task.Id;
        db.Log(act, "meetings.issue", task);
        db.Log(act, "meetings.issue", share);
        db.Log(act, "meetings.issue", found.Meeting);
        return new Issued(found, unit, task);
    }, ct);
}
