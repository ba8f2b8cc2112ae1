using Exemplar.Agenda.Handbook;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;

namespace Exemplar.Agenda.Guide;

/// <summary>
/// What to do first, and how far that is: a roster, the registers of past meetings, a look at what is missing, something to
/// print. Whether it is done is read off the records; only what leaves none is kept, for the account that said so.
/// </summary>
public sealed class FirstHour(AppDb db, Actor actor, MeetingKinds kinds)
{
    private const int MostPrints = 20;

    public sealed class Form
    {
        public Choice Choice { get; set; }

        /// <summary>Null for the guide as a whole.</summary>
        public FirstStep? Step { get; set; }
    }

    public enum Choice { Skip, Done, TakeUp, PutAway, PutBack }

    /// <param name="Evidence">By what it is done, or null.</param>
    public sealed record Row(FirstStep Step, StepState State, string? Evidence);

    /// <summary>A branch's handbook of a year, ready to print.</summary>
    public sealed record Print(Guid UnitId, string Unit, int Year);

    /// <param name="Rows">Those that the reader may do; a branch's secretary imports no roster.</param>
    public sealed record View(IReadOnlyList<Row> Rows, bool IsPutAway)
    {
        public Row? Next => Rows.FirstOrDefault(r => r.State is StepState.Open);
        public int Done => Rows.Count(r => r.State is StepState.Done);

        /// <summary>It stands on the workbench until nothing is left to do, or until it is put away.</summary>
        public bool IsOnWorkbench => !IsPutAway && Next is not null;
    }

    public Task<View> Show(CancellationToken ct)
    {
        actor.Demand(AgendaCapability.FollowGuide);
        return Look(ct);
    }

    /// <summary>The newest year of each branch that has held something, in organization order.</summary>
    public async Task<IReadOnlyList<Print>> Prints(CancellationToken ct)
    {
        var units = await db.Units.AsNoTracking().Where(actor, AgendaCapability.PrintHandbook).Where(u => u.DissolvedOn == null).OrderBy(u => u.Order).ToListAsync(ct);
        var kept = units.FindAll(u => BranchHandbook.IsKeptBy(u, kinds)).ConvertAll(u => u.Id);
        var years = await db.Meetings.IgnoreAutoIncludes().Where(m => kept.Contains(m.UnitId) && (m.State == MeetingState.Held || m.State == MeetingState.Locked))
            .GroupBy(m => m.UnitId).Select(g => new { g.Key, Last = g.Max(m => m.HeldOn) }).ToDictionaryAsync(x => x.Key, x => x.Last.Year, ct);
        return [.. units.Where(u => years.ContainsKey(u.Id)).Take(MostPrints).Select(u => new Print(u.Id, u.Name, years[u.Id]))];
    }

    /// <summary>Null for whoever has nothing to begin with here.</summary>
    internal async Task<View?> Find(CancellationToken ct) => actor.May(AgendaCapability.FollowGuide) ? await Look(ct) : null;

    private async Task<View> Look(CancellationToken ct)
    {
        var marks = await Marks().AsNoTracking().ToListAsync(ct);
        List<Row> rows = [];
        foreach (var step in Enum.GetValues<FirstStep>().Where(s => actor.May(PermissionOf(s))))
        {
            var evidence = await Evidence(step, ct) ?? (marks.Exists(m => m.Step == step && m.Kind is FirstHourMarkKind.Done) ? "您说已经做好" : null);
            rows.Add(new(step, evidence is not null ? StepState.Done : marks.Exists(m => m.Step == step && m.Kind is FirstHourMarkKind.Skipped) ? StepState.Skipped : StepState.Open, evidence));
        }
        return new(rows, marks.Exists(m => m.Kind is FirstHourMarkKind.PutAway));
    }

    public Task<Result<View>> Handle(Form form, CancellationToken ct) => db.Commit<View>(async (db, ct) =>
    {
        actor.Demand(AgendaCapability.FollowGuide);
        var kind = form.Choice switch { Choice.Skip => FirstHourMarkKind.Skipped, Choice.Done => FirstHourMarkKind.Done, Choice.PutAway => FirstHourMarkKind.PutAway, _ => (FirstHourMarkKind?)null };
        if (form.Choice is Choice.PutAway or Choice.PutBack) form.Step = null;
        else if (form.Step is not { } step || !Enum.IsDefined(step) || !actor.May(PermissionOf(step))) return new Refusal("请选择是哪一步");

        var marks = await Marks().Where(m => m.Step == form.Step).ToListAsync(ct);
        if (kind is null || marks.TrueForAll(m => m.Kind != kind)) Take(marks);
        if (kind is { } said && marks.TrueForAll(m => m.Kind != said))
        {
            var mark = new FirstHourMark { AccountId = actor.Account.Id, Kind = said, Step = form.Step, At = actor.Act().At };
            db.Add(mark);
            db.Log(actor.Act(), AgendaCapability.FollowGuide, mark);
        }
        await db.SaveChangesAsync(ct);
        return await Look(ct);
    }, ct);

    private void Take(List<FirstHourMark> marks)
    {
        foreach (var mark in marks)
        {
            mark.TakeBack(actor.Act().At);
            db.Log(actor.Act(), AgendaCapability.FollowGuide, mark);
        }
    }

    private IQueryable<FirstHourMark> Marks() => db.FirstHourMarks.Where(m => m.AccountId == actor.Account.Id && m.TakenBackAt == null);

    private static string PermissionOf(FirstStep step) => step switch
    {
        FirstStep.Roster => PeopleCapability.Import,
        FirstStep.Registers => MeetingsCapability.Record,
        FirstStep.Review => AgendaCapability.CloseMonth,
        _ => AgendaCapability.PrintHandbook,
    };

    /// <summary>What on record shows that the step was done; null when nothing does.</summary>
    private async Task<string?> Evidence(FirstStep step, CancellationToken ct)
    {
        var held = db.Meetings.IgnoreAutoIncludes().Where(m => (m.State == MeetingState.Held || m.State == MeetingState.Locked) && db.Units.Where(actor, PermissionOf(step)).Any(u => u.Id == m.UnitId));
        return step switch
        {
            FirstStep.Roster when await db.Memberships.Where(m => m.To == null && db.Units.Where(actor, PeopleCapability.Import).Any(u => u.Id == m.UnitId)).Select(m => m.PersonId).Distinct().CountAsync(ct) is > 0 and var people => $"名册里有 {people} 人",
            FirstStep.Registers when await held.CountAsync(ct) is > 0 and var meetings => $"已有 {meetings} 次会议记录",
            FirstStep.Review when await held.AnyAsync(m => !m.Origins.Any() || m.Origins.Any(o => !o.IsOpen), ct) => "已有人核对、补记过会议",
            FirstStep.Print when await held.AnyAsync(m => m.State == MeetingState.Locked, ct) => "已有签过字的会议记录",
            FirstStep.Print when await db.FormFillings.AnyAsync(f => f.AccountId == actor.Account.Id, ct) => "您填过上级表",
            _ => null,
        };
    }
}
