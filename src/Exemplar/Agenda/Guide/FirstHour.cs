using Exemplar.Agenda.Handbook;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;

namespace Exemplar.Agenda.Guide;

/// <summary>
/// What to do first, and how far that is: a roster, the registers of past meetings, the elections, a look at what is missing,
/// something to print. Whether it is done is read off the records; only what leaves none is kept, for the account that said so.
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

        /// <summary>What all of it takes.</summary>
        public int Minutes => Rows.Sum(r => StepWords.Of(r.Step).Minutes);

        /// <summary>It stands on the workbench until nothing is left to do, or until it is put away.</summary>
        public bool IsOnWorkbench => !IsPutAway && Next is not null;
    }

    /// <summary>With how much there is of each.</summary>
    public async Task<View> Show(CancellationToken ct)
    {
        actor.Demand(AgendaCapability.FollowGuide);
        var view = (await Look(onlyOnWorkbench: false, ct))!;
        List<Row> rows = [];
        foreach (var row in view.Rows) rows.Add(row.Evidence is "" ? row with { Evidence = await InWords(row.Step, ct) } : row);
        return view with { Rows = rows };
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

    /// <summary>Null for whoever has nothing to begin with here, or has put it away.</summary>
    internal async Task<View?> Find(CancellationToken ct) => actor.May(AgendaCapability.FollowGuide) ? await Look(onlyOnWorkbench: true, ct) : null;

    /// <summary>What stands on every workbench asks once and counts nothing; the evidence of a row is then empty.</summary>
    private async Task<View?> Look(bool onlyOnWorkbench, CancellationToken ct)
    {
        var marks = await Marks().AsNoTracking().ToListAsync(ct);
        var isPutAway = marks.Exists(m => m.Kind is FirstHourMarkKind.PutAway);
        if (onlyOnWorkbench && isPutAway) return null;

        var seen = await OnRecord(ct);
        return new([.. Enum.GetValues<FirstStep>().Where(s => actor.May(PermissionOf(s))).Select(Of)], isPutAway);

        Row Of(FirstStep step)
        {
            var evidence = seen.Contains(step) ? "" : marks.Exists(m => m.Step == step && m.Kind is FirstHourMarkKind.Done) ? "您说已经做好" : null;
            return new(step, evidence is not null ? StepState.Done : marks.Exists(m => m.Step == step && m.Kind is FirstHourMarkKind.Skipped) ? StepState.Skipped : StepState.Open, evidence);
        }
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
        return (await Look(onlyOnWorkbench: false, ct))!;
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
        FirstStep.Terms => PeopleCapability.Appoint,
        FirstStep.Review => AgendaCapability.CloseMonth,
        _ => AgendaCapability.PrintHandbook,
    };

    /// <summary>The steps of which something on record shows that they were done: one question for all of them.</summary>
    private async Task<HashSet<FirstStep>> OnRecord(CancellationToken ct)
    {
        var account = actor.Account.Id;
        var (registers, review, print) = (Held(FirstStep.Registers), Held(FirstStep.Review), Held(FirstStep.Print));
        var (roster, elected) = (Rostered(), Elected());
        var seen = await db.Users.Where(a => a.Id == account).Select(a => new
        {
            Roster = roster.Any(),
            Registers = registers.Any(),
            Terms = elected.Any(),
            Review = review.Any(m => !m.Origins.Any() || m.Origins.Any(o => !o.IsOpen)),
            Print = print.Any(m => m.State == MeetingState.Locked),   // signed on paper; a file that was taken away may be a blank
        }).SingleAsync(ct);
        HashSet<FirstStep> steps = [];
        foreach (var (step, isSeen) in new[] { (FirstStep.Roster, seen.Roster), (FirstStep.Registers, seen.Registers), (FirstStep.Terms, seen.Terms), (FirstStep.Review, seen.Review), (FirstStep.Print, seen.Print) })
            if (isSeen) steps.Add(step);
        return steps;
    }

    private async Task<string> InWords(FirstStep step, CancellationToken ct) => step switch
    {
        FirstStep.Roster => $"名册里有 {await Rostered().Select(m => m.PersonId).Distinct().CountAsync(ct)} 人",
        FirstStep.Registers => $"已有 {await Held(step).CountAsync(ct)} 次会议记录",
        FirstStep.Terms => $"已有 {await Elected().CountAsync(ct)} 个党组织登记了换届日期",
        FirstStep.Review => "已有人核对、补记过会议",
        _ => "已有签过字的会议记录",
    };

    private IQueryable<Membership> Rostered() => db.Memberships.Where(m => m.To == null && db.Units.Where(actor, PeopleCapability.Import).Any(u => u.Id == m.UnitId));

    private IQueryable<Unit> Elected() => db.Units.Where(actor, PeopleCapability.Appoint).Where(u => u.DissolvedOn == null && u.ElectedOn != null);

    private IQueryable<Meeting> Held(FirstStep step) => db.Meetings.IgnoreAutoIncludes()
        .Where(m => (m.State == MeetingState.Held || m.State == MeetingState.Locked) && db.Units.Where(actor, PermissionOf(step)).Any(u => u.Id == m.UnitId));
}
