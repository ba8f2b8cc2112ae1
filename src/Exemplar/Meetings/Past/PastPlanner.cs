using Exemplar.Organization;
using Exemplar.People;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>Holds a register against units, roster and the meetings that are on record. Changes nothing.</summary>
internal sealed class PastPlanner(NamedUnits units, MeetingKinds kinds, PastAnswers answers, IReadOnlyDictionary<string, string> kindWords, SaidRows rows, Unit? usual, DateOnly today)
{
    private const int LongestCell = 60;
    private const int LastEarlyMonth = 3;
    private const int MostDaysApart = 2;

    private readonly Dictionary<string, int> unknownKinds = [];
    private readonly Dictionary<string, int> unknownUnits = [];
    private readonly Dictionary<string, Unit> branchOf = [];
    private readonly GroupsInRegister groups = new(units);
    private readonly List<PastRemark> told = [];

    public static Task<PastPlan> Plan(AppDb db, Actor actor, HandedInRegister handedIn, MeetingKinds kinds, DateOnly today, CancellationToken ct) => Plan(db, actor, handedIn, handedIn.Said(), kinds, [], today, ct);

    /// <summary>As if the nearest names were meant where nothing was said; they stay among the names, to be looked at.</summary>
    /// <param name="ahead">What is imported before it, as if it were on record by then.</param>
    public static async Task<PastPlan> PlanWithNearest(AppDb db, Actor actor, HandedInRegister handedIn, MeetingKinds kinds, IReadOnlyList<PastPlan> ahead, DateOnly today, CancellationToken ct)
    {
        var said = handedIn.Said();
        var plan = await Plan(db, actor, handedIn, said, kinds, ahead, today, ct);
        var nearest = plan.Units.Where(w => w.Nearest is not null && !said.Units.ContainsKey(w.Word)).ToDictionary(w => w.Word, w => w.Nearest!.Id);
        if (nearest.Count == 0) return plan;
        var meant = await Plan(db, actor, handedIn, said with { Units = nearest.Concat(said.Units).ToDictionary() }, kinds, ahead, today, ct);
        return meant with { Units = [.. plan.Units, .. meant.Units.ExceptBy(plan.Units.Select(w => w.Word), w => w.Word)] };   // a group is asked for as soon as its branch is known
    }

    /// <param name="ahead">As above.</param>
    public static async Task<PastPlan> Plan(AppDb db, Actor actor, HandedInRegister handedIn, PastAnswers answers, MeetingKinds kinds, IReadOnlyList<PastPlan> ahead, DateOnly today, CancellationToken ct)
    {
        var reading = handedIn.Reading();
        var holding = kinds.All.SelectMany(k => k.UnitKinds).Distinct().ToList();
        var offered = await db.Units.AsNoTracking().Where(actor, MeetingsCapability.Record).Where(u => holding.Contains(u.Kind)).OrderBy(u => u.Order).ToListAsync(ct);
        var offices = offered.Select(u => OfficeWords.OfficeOf(u.Path)).Distinct().ToList();
        var words = await db.WordsOf(offices, ct);
        var (unitWords, kindWords) = (words.Units(), words.Meanings(WordSort.MeetingKind));
        foreach (var (word, unit) in answers.Units) unitWords[OfficeWords.KeyOfUnit(word)] = unit;
        foreach (var (word, kind) in answers.Kinds) kindWords[OfficeWords.KeyOf(word)] = kind;

        var units = new NamedUnits(offered, name => unitWords.TryGetValue(OfficeWords.KeyOfUnit(name), out var meant) ? meant : null);
        var groupWords = GroupsInRegister.Said(reading.Lines, answers, units);
        foreach (var (word, unit) in groupWords) unitWords.TryAdd(OfficeWords.KeyOfUnit(word), unit);
        var usual = handedIn.UnitId is { } chosen ? units.Of(chosen) : units.NamedInFile(handedIn.FileName);
        var planner = new PastPlanner(units, kinds, answers, kindWords, SaidRows.In(words, units, kinds), usual, today);
        foreach (var line in reading.Lines) planner.groups.Note(line, planner.UnitOf(line, said: null));
        var placed = WholeSheets([.. reading.Lines.Select(planner.Place)]);
        var silent = reading.Lines.Count(planner.NamesNoUnit);
        if (usual is not null && silent > 0) planner.told.Add(new("", 0, null, $"没有写支部的 {silent} 次，按{(handedIn.UnitId is null ? "文件名" : "您选的")}记到{usual.NameAmong(offered)}"));
        var used = placed.Where(p => p is { State: PastState.Ready, Unit: not null }).Select(p => p.Unit!).DistinctBy(u => u.Id).ToList();
        var names = new NamesInRegister(await PastRolls.Load(db, used, ct), reading.Sheets, offered);
        var onRecord = await OnRecord(db, used, ct);
        foreach (var plan in ahead) Expect(plan, onRecord);
        var meetings = planner.Hold(placed, onRecord, names);
        var mayChange = offered.Where(u => actor.May(OrganizationCapability.Change, u)).Select(u => u.Id).ToList();
        return new(reading, meetings, [.. reading.Remarks, .. planner.told, .. names.Remarks()], planner.Unknown(planner.unknownKinds), planner.Unknown(planner.unknownUnits), offered, mayChange) { Missing = planner.groups.Missing, GroupWords = groupWords, EarlyIsBefore = answers.EarlyIsBefore, Unsaid = silent > 0 ? new(handedIn.UnitId ?? usual?.Id, silent) : null };
    }

    /// <param name="IsPlanned">It is only planned.</param>
    /// <param name="WithoutNumbers">The one meeting, if its register said nothing of how many came and nobody has signed it since.</param>
    private sealed record OnDay(bool IsPlanned, Guid? WithoutNumbers);

    private static async Task<Dictionary<(Guid, string, DateOnly), OnDay>> OnRecord(AppDb db, List<Unit> units, CancellationToken ct)
    {
        var ids = units.ConvertAll(u => u.Id);
        var known = await db.Meetings.Where(m => ids.Contains(m.UnitId) && m.State != MeetingState.CalledOff && m.State != MeetingState.Voided).Select(m => new { m.Id, m.UnitId, m.Kind, m.HeldOn, m.State, WithoutNumbers = m.State == MeetingState.Held && m.Origins.Any(o => o.IsOpen && !o.IsOfSheet && o.Due == null && o.Present == null) && !m.Roll.Any() }).ToListAsync(ct);
        return known.GroupBy(m => (m.UnitId, m.Kind, m.HeldOn)).ToDictionary(g => g.Key, g => new OnDay(g.All(m => m.State is MeetingState.Planned), g.ToList() is [{ WithoutNumbers: true, Id: var only }] ? only : null));
    }

    /// <summary>What will be on record once the plan is carried out. Its meetings have no id yet.</summary>
    private static void Expect(PastPlan plan, Dictionary<(Guid, string, DateOnly), OnDay> onRecord)
    {
        foreach (var meeting in plan.Meetings.Where(m => m.State is PastState.Ready || m.Completes is not null))
        {
            var silent = meeting.State is PastState.Ready && meeting.Found is { Numbers: { Due: null, Present: null }, Roll.Count: 0 };
            onRecord[(meeting.Unit!.Id, meeting.Kind!.Key, meeting.Days!.Value.First)] = new OnDay(false, silent ? Guid.Empty : null);
        }
    }

    /// <summary>A branch sheet is taken as a whole or not at all.</summary>
    private static List<PlannedMeeting> WholeSheets(List<PlannedMeeting> placed)
    {
        var open = placed.Where(p => p is { State: PastState.Doubtful, Line.Filled: not null }).Select(p => p.Line.Filled!.File).ToHashSet();
        return open.Count == 0 ? placed : placed.ConvertAll(p => p is { State: PastState.Ready, Line.Filled: { } filled } && open.Contains(filled.File) ? p with { State = PastState.LeftOut, Why = PlannedMeeting.HeldBack } : p);
    }

    private List<UnknownWord> Unknown(Dictionary<string, int> words) =>
        [.. words.Select(w => new UnknownWord(w.Key, w.Value, ReferenceEquals(words, unknownUnits) && !branchOf.ContainsKey(w.Key) && !answers.Units.ContainsKey(w.Key) && !GroupWords.IsAlone(w.Key) ? UnitLikeness.Nearest(w.Key, units.All.Where(u => u.DissolvedOn is null), u => u.Name) : null, branchOf.GetValueOrDefault(w.Key)))];

    /// <summary>Where, what and when, or what is not clear of it.</summary>
    private PlannedMeeting Place(PastLine line)
    {
        var said = answers.Rows.GetValueOrDefault(line.Key);
        var meant = kindWords.GetValueOrDefault(OfficeWords.KeyOf(line.KindWords));
        var kind = kinds.Find(said?.Kind ?? meant ?? line.Kind);
        var days = said?.Day is { } day ? new HeldDays(day) : line.Days;
        var word = WordOf(line);
        var unit = UnitOf(line, said);
        if (line.LeftOut.Length > 0 && said is null) return new(line, PastState.LeftOut, unit, kind, days, line.LeftOut);
        if (said?.Kind is null && meant is KindWords.None) return new(line, PastState.LeftOut, unit, null, days, $"“{PrivateText.Quote(line.KindWords)}”不是要登记的组织生活");
        if (said is { Out: true }) return new(line, PastState.LeftOut, unit, kind, days, "您选了不导入");

        List<string> open = [];
        if (days is null) open.Add(At(line, line.DateColumn, line.NoDay));
        if (kind is null) open.Add(At(line, line.KindColumn, line.KindWords.Length > 0 ? $"“{PrivateText.Quote(line.KindWords)}”不是认得的会议类型" : "没有写会议类型"));
        if (unit is null) open.Add(At(line, line.UnitColumn, word.Length > 0 ? $"没有叫“{PrivateText.Quote(word)}”的支部" : "没有写是哪个支部的"));
        if (kind is null && line.KindWords.Length > 0) Count(unknownKinds, line.KindWords);
        if (unit is null && word.Length > 0) Count(unknownUnits, word);
        var asked = unit is null ? word : "";
        if (kind?.Key is MeetingKind.Group && unit is not null && unit.Kind is not UnitKind.PartyGroup)
        {
            asked = GroupsInRegister.WordOf(unit, line.Group);
            if (groups.Of(unit, line.Group) is { } group) unit = group;
            else
            {
                var missing = line.Group.Length > 0 ? $"{unit.Name}没有设“{PrivateText.Quote(line.Group)}”" : $"没有写是{unit.Name}的哪个党小组";
                open.Add(line.Cell.Length > 0 ? At(line, line.DateColumn, $"{missing}，表里写“{PrivateText.Shortened(line.Cell, LongestCell)}”") : missing);
                Count(unknownUnits, asked);
                branchOf[asked] = unit;
                groups.Miss(unit, line.Group);
            }
        }
        if (open.Count > 0) return new(line, PastState.Doubtful, unit, kind, days, string.Join('；', open)) { AskedUnit = asked, SaidBefore = rows.Of(line) };
        var planned = new PlannedMeeting(line, PastState.Ready, unit, kind, days, "");
        return Meeting.RefuseImport(kind!, unit!, days!.Value.First, planned.CountsFor, today) is { } refusal ? planned with { State = PastState.Doubtful, Why = At(line, null, refusal.Message) } : planned;
    }

    /// <summary>What stands for the branch: that of the row or its sheet, else the name of a sheet, which is asked about once.</summary>
    private string WordOf(PastLine line) => line.Unit.Length > 0 ? line.Unit : SheetContext.MayNameUnit(line.Sheet) && (usual is null || Called(line.Sheet) is not null) ? line.Sheet : "";

    private bool NamesNoUnit(PastLine line) => line is { Filled: null, LeftOut: "" } && WordOf(line).Length == 0 && answers.Rows.GetValueOrDefault(line.Key) is not ({ Unit: not null } or { Out: true });

    private Unit? Called(string word) => units.Called(word) ?? units.Called($"{word}支部");

    private Unit? UnitOf(PastLine line, RowAnswer? said) =>
        units.Of(said?.Unit ?? line.Filled?.UnitId) ?? (WordOf(line) is not { Length: > 0 } word ? usual
            : Called(word) ?? (line is { Unit: "", Group.Length: > 0 } ? units.Called(line.Group) : null));   // a branch that is named and not known is asked about, whatever its group is called

    /// <summary>Against what is on record, and what stands further up in the same file.</summary>
    private List<PlannedMeeting> Hold(List<PlannedMeeting> placed, Dictionary<(Guid, string, DateOnly), OnDay> onRecord, NamesInRegister names)
    {
        Dictionary<(Guid, string, DateOnly), PastLine> above = [];
        return placed.ConvertAll(meeting =>
        {
            if (meeting.State is not PastState.Ready) return meeting;
            var (unit, kind, day) = (meeting.Unit!, meeting.Kind!, meeting.Days!.Value.First);
            var key = (unit.Id, kind.Key, day);
            if (onRecord.TryGetValue(key, out var there))
            {
                var numbers = there.WithoutNumbers is null || meeting.Line.Filled is not null ? default : names.In(meeting.Line, unit, kind, day).Numbers;
                var completes = numbers.Present is null ? null : there.WithoutNumbers;
                if (completes is not null) onRecord[key] = there with { WithoutNumbers = null };   // a second row of the day says nothing more
                return meeting with { State = PastState.Known, Completes = completes, Found = NamesInRegister.Found.Nobody with { Numbers = numbers }, Why = $"{unit.NameAmong(units.All)} {day.Iso()} 的{kind.Name}{(there.IsPlanned ? "已经安排在系统里，还没有记录：请打开那次会议，点“开过了，记录”" : "已在册")}" };
            }
            if (!above.TryAdd(key, meeting.Line)) return meeting with { State = PastState.LeftOut, Why = $"与{above[key].At}是同一支部、同一天、同一类会议，只记一次" };
            TellOfNear(meeting, onRecord.Keys);
            return meeting with { Found = names.In(meeting.Line, unit, kind, day), TakenForYearBefore = meeting.Line.IsOfUnsaidYear && kind.MayCountBefore && (answers.EarlyIsBefore ?? !HeldInYearBefore(unit, kind, day)) };
        });

        // Who held one from April to December of the year before has done with that year; mostly the early one is of the year before.
        bool HeldInYearBefore(Unit unit, MeetingKind kind, DateOnly day) =>
            placed.Where(p => p.State is PastState.Ready && p.Unit!.Id == unit.Id && p.Kind!.Key == kind.Key).Select(p => p.Days!.Value.First)
                .Concat(onRecord.Keys.Where(k => k.Item1 == unit.Id && k.Item2 == kind.Key).Select(k => k.Item3)).Any(held => held.Year == day.Year - 1 && held.Month > LastEarlyMonth);
    }

    /// <summary>Two files that write one meeting a day apart make two of it. A 支委会 may well meet twice a week.</summary>
    private void TellOfNear(PlannedMeeting meeting, IEnumerable<(Guid Unit, string Kind, DateOnly On)> onRecord)
    {
        var (unit, kind, day) = (meeting.Unit!, meeting.Kind!, meeting.Days!.Value.First);
        if (kind.Key is MeetingKind.Committee) return;
        foreach (var other in onRecord.Where(o => o.Unit == unit.Id && o.Kind == kind.Key && Math.Abs(o.On.DayNumber - day.DayNumber) <= MostDaysApart).Take(1))
            told.Add(new(meeting.Line.Sheet, meeting.Line.Row, meeting.Line.DateColumn, $"{unit.NameAmong(units.All)}的{kind.Name}，{other.On.Iso()} 已有一次在册，这里是 {day.Iso()}；是同一次的，导入后把多的那次作废"));
    }

    private static string At(PastLine line, int? column, string sentence) => column is { } c ? $"{Documents.Sheets.Sheet.Letter(c)} 列：{sentence}" : sentence;

    private static void Count(Dictionary<string, int> words, string word) => words[word] = words.GetValueOrDefault(word) + 1;
}
