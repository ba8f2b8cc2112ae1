using Exemplar.Organization;
using Exemplar.People.Statuses;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

/// <summary>Where people go whose line names no branch or department, and from which day the sheet's places count.</summary>
public sealed record ImportOptions(DateOnly AsOf, Guid? Branch = null, Guid? Department = null)
{
    /// <summary>Which existing units stand for names that no unit bears.</summary>
    public UnitMatches Matches { get; init; } = UnitMatches.None;

    /// <summary>What other roster sheets say that came back and wait too.</summary>
    public IReadOnlyList<RosterReading> Beside { get; init; } = [];
}

/// <summary>Holds what a sheet says against what is on the roster. Changes nothing.</summary>
internal sealed partial class RosterPlanner(RosterReading reading, RosterUnits units, KnownPeople known, ImportOptions options, DateOnly today)
{
    private readonly List<PlannedLine> lines = [];
    private readonly List<Person> news = [];
    private readonly List<Finding> findings = [.. reading.Findings.Select(f => options.Matches.WithoutWrong ? f with { IsError = false } : f)];
    private readonly ILookup<int, Finding> wrongInReading = reading.Findings.Where(f => f.IsError).ToLookup(f => f.Row);
    private readonly LineTwins twins = new(reading.Lines.Where(l => reading.Sheet?.At(l.Row) is null), options.Matches.Same);
    private readonly List<SameQuestion> same = [];
    private readonly Dictionary<Guid, int> taken = [];

    public static async Task<RosterPlan> Plan(AppDb db, Actor actor, RosterReading reading, ImportOptions options, DateOnly today, CancellationToken ct)
    {
        var units = await RosterUnits.Load(db, actor, options.Matches, ct);
        var plan = new RosterPlanner(reading, units, await KnownPeople.Load(db, actor, reading, ct), options, today).Plan();
        return reading.Lines.Any(l => l.PartyPosts is not null) ? await PostPlanner.AddTo(plan, db, actor, units, options, today, ct) : plan;
    }

    private RosterPlan Plan()
    {
        foreach (var line in reading.Lines)
        {
            if (sheet?.At(line.Row) is not { } issued) Plan(twins.Whole(line));
            else if (line.IsWrong) ShowWrong(line);
            else PlanIssued(line, issued);
        }
        foreach (var absent in sheet?.Issued.Where(p => p.Row is null) ?? []) PlanAbsent(absent);
        return new(reading with { Lines = [.. reading.Lines.Select(twins.Whole)] }, lines, [.. findings.OrderBy(f => f.Row)], units.Founded, units.Unknown, news) { Same = same, Beside = Newcomers(), WithoutWrong = options.Matches.WithoutWrong, WithoutTransfers = options.Matches.WithoutTransfers };
    }

    private void Plan(RosterLine line)
    {
        if (line.IsWrong) { ShowWrong(line); return; }
        AskOfEarlier(line);
        if (twins.Of(line) is (var kind, var why, _))
        {
            if (kind is TwinKind.Contradicting) Wrong(line, RosterColumn.Name, why);
            else if (kind is TwinKind.Repeated or TwinKind.Joined) Repeat(line, why);
            else LeaveOut(line, why);
            return;
        }

        PlanAdded(line);
    }

    private void PlanAdded(RosterLine line)
    {
        var (sameness, person) = known.Find(line);
        var said = Ask(line, sameness, person);
        var isKnown = sameness is Sameness.Same || said is true;
        if (IsHeldBack(line, isKnown ? person : null)) return;
        if (isKnown) PlanChange(line, person!, isSaid: said is true);
        else if (sameness is Sameness.Unclear && said is null) LeaveOut(line, $"名册里已有{person!.Name}，{Missing(line, person)}，不能确定是不是同一人；请补全后再导入，或在名册里更正");
        else if (sameness is Sameness.Alike && said is null) LeaveOut(line, $"名册里有{person!.Name}，姓名写法不同，可能是同一人；请选定");
        else
        {
            if (sameness is Sameness.Namesake) Hint(line, RosterColumn.Name, $"名册里另有同名的{person!.Name}，出生年月或入党时间不同，按另一人登记");
            PlanNew(line);
        }
    }

    private void ShowWrong(RosterLine line) => Show(line, options.Matches.WithoutWrong ? LineState.LeftOut : LineState.Wrong, string.Join('；', wrongInReading[line.Row].Select(f => f.AtColumn)));

    /// <summary>Asked at the later of two lines, whatever was answered: an answer can be changed.</summary>
    private void AskOfEarlier(RosterLine line)
    {
        foreach (var other in twins.Doubtful(line))
            same.Add(new(SameQuestion.KeyOf(line, other), line.Row, SameQuestion.InWords(line), $"{RowPlace.InWords(other.Row)} {SameQuestion.InWords(other)}", "两行都暂不导入", Answer(SameQuestion.KeyOf(line, other))));
    }

    /// <summary>Whether it is the person on the roster, where only somebody can say so. A namesake of whom one date agrees may have a slip in the other.</summary>
    private bool? Ask(RosterLine line, Sameness sameness, Person? person)
    {
        var isSlip = sameness is Sameness.Namesake && KnownPeople.MayBeSlip(person!, line);
        if (sameness is not (Sameness.Unclear or Sameness.Alike) && !isSlip) return null;
        var key = SameQuestion.KeyOf(line, person!);
        var place = person!.Memberships.Where(m => m.To is null).Select(m => units.Of(m.UnitId)).OfType<Unit>().OrderByDescending(u => u.IsParty).FirstOrDefault();
        same.Add(new(key, line.Row, SameQuestion.InWords(line), $"花名册上的 {SameQuestion.InWords(person.Name, person.BirthMonth, person.JoinedOn, place?.Name)}", isSlip ? "按另一人登记" : "暂不导入", Answer(key)));
        return Answer(key);
    }

    private bool? Answer(string key) => options.Matches.Same.TryGetValue(key, out var said) ? said : null;

    private void PlanNew(RosterLine line)
    {
        var isMember = line.IsMember ?? line.Branch is not null;
        if (line.IsMember is null && isMember) Hint(line, RosterColumn.Branch, "只写了支部，没有政治面貌和入党时间，按正式党员登记");
        var status = isMember ? line.Status ?? MemberStatus.Full : (MemberStatus?)null;
        var facts = new PersonFacts(line.Name, line.Sex, line.BirthMonth, line.JoinedOn, line.ConfirmedOn, status, line.IsRetired ?? false);
        if (!Place(line, isMember, out var branch, out var department)) return;

        var registered = Person.Register(Guid.CreateVersion7(), facts, branch, department, options.AsOf, today);
        if (registered.Refusal is { } refusal) { Wrong(line, refusal); return; }
        var person = registered.Value!;
        news.Add(person);
        var came = branch is not null && line.CameOn is { } on && on.First > options.AsOf && on.First <= today ? line.CameOn : null;
        if (came is { } since && !options.Matches.WithoutTransfers)
            foreach (var stay in person.Memberships.Where(m => m.UnitId == branch!.Id && m.From < since.First)) stay.From = since.First;
        lines.Add(new(line.Row, LineState.New, person.Id, facts, branch, department, came is { } told && !options.Matches.WithoutTransfers ? $"按备注，{told.InWords}起在这个支部" : "") { CameOn = came, Group = GroupOf(line, branch) });
    }

    /// <summary>An empty cell changes nothing: what the office knows is never erased by a sheet that does not say.</summary>
    /// <param name="isSaid">Somebody said that it is this person: the roster's name stays, whatever differs is shown as a change.</param>
    /// <param name="isIssued">A sheet that went out with them says it: their name may be corrected, and a place that it leaves as it is says nothing of since when.</param>
    private void PlanChange(RosterLine line, Person person, bool isSaid, bool isIssued = false)
    {
        if (!taken.TryAdd(person.Id, line.Row)) { Wrong(line, RosterColumn.Name, $"与{RowPlace.InWords(taken[person.Id])}都按名册里的{person.Name}登记，请核对"); return; }
        if (line.IsMember is false && person.IsMember) { LeaveOut(line, "名册里是党员，表里不是；请在名册里更正"); return; }
        var status = line.Status is null || (line.IsStatusDerived && person.IsMember) ? person.Status : line.Status;
        var facts = new PersonFacts(isIssued ? line.Name : person.Name, line.Sex ?? person.Sex, line.BirthMonth ?? person.BirthMonth, Sharper(line.JoinedOn, person.JoinedOn),
            Sharper(line.ConfirmedOn, person.ConfirmedOn), status, line.IsRetired ?? person.IsRetired);
        var happened = person.ChangeTold(facts, options.AsOf);
        if (person.ContradictsChanges(facts) && (happened is null || (happened is StatusChangeKind.Retired && facts.Status != person.Status)))
        {
            Hint(line, RosterColumn.Status, "身份在名册里按日期登记过变更，以名册为准；有新变化请在名册里用“变更身份”登记");
            facts = facts with { Status = person.Status, IsRetired = happened is StatusChangeKind.Retired || person.IsRetired, ConfirmedOn = person.ConfirmedOn };
        }
        status = facts.Status;
        if (!Place(line, status is not null, out var branch, out var department)) return;

        var (branchNow, departmentNow) = PlaceNow(person);
        if (status is not null) branch ??= branchNow;
        department ??= departmentNow;

        var what = Differences(person, facts, branchNow, branch, departmentNow, department);
        if (person.ChangeTold(facts, options.AsOf) is { } told) what.Add($"{told.Name()}：从 {options.AsOf.Iso()} 起，以前的仍按原来的身份");
        var keepsPlace = isIssued && branch == branchNow && department == departmentNow && person.IsMember == facts.Status is not null;
        if (!keepsPlace && branch == branchNow && department == departmentNow && person.Earlier(branch, department, options.AsOf) is [var (stay, sooner), ..]) what.Add($"所在支部、科室：从 {stay.From.Iso()} 起 → 从 {sooner.Iso()} 起");
        if (what.Count > 0 && line.BirthMonth is null && !isSaid) { LeaveOut(line, $"缺出生年月，不能确定是不是同一人（{string.Join('；', what)}）"); return; }
        if (what.Count > 0 && (person.TakeOver(facts, options.AsOf, today) ?? (keepsPlace ? null : person.Move(branch, department, options.AsOf, today))) is { } refusal) { Wrong(line, refusal); return; }
        if (line.CameOn is { } came && branch is not null && branch == branchNow && person.Memberships.Find(m => m.To is null && m.UnitId == branch.Id) is { } stays && !came.Agrees(stays.From))
            Hint(line, RosterColumn.Remark, $"备注写{came.InWords}转入，花名册上从 {stays.From.Iso()} 起在这个支部，没有改；要改请在这个人的“调整科室、支部”里改");
        lines.Add(new(line.Row, what.Count > 0 ? LineState.Changed : LineState.Unchanged, person.Id, facts, branch, department, string.Join('；', what)) { Group = GroupOf(line, branch), KeepsPlace = keepsPlace, From = (branchNow ?? departmentNow)?.Id });
    }

    /// <summary>A month does not erase the day that the office knows.</summary>
    private static PartialDate? Sharper(PartialDate? said, PartialDate? known) =>
        said is { HasDay: false } month && known is { HasDay: true } day && day.Agrees(month) ? known : said ?? known;

    private static string Or(string? text) => string.IsNullOrEmpty(text) ? "（空）" : text;

    private static List<string> Differences(Person person, PersonFacts facts, Unit? branchNow, Unit? branch, Unit? departmentNow, Unit? department)
    {
        List<string> what = [];
        Say("姓名", person.Name, facts.Name);
        Say("性别", person.Sex?.Name(), facts.Sex?.Name());
        Say("出生年月", RosterTemplate.Month(person.BirthMonth), RosterTemplate.Month(facts.BirthMonth));
        Say("入党时间", person.JoinedOn?.InWords, facts.JoinedOn?.InWords);
        Say("转正时间", person.ConfirmedOn?.InWords, facts.ConfirmedOn?.InWords);
        Say("身份", person.Status?.Name() ?? "干部职工", facts.Status?.Name() ?? "干部职工");
        Say("人员状态", person.IsRetired ? "离退休" : "在职", facts.IsRetired ? "离退休" : "在职");
        Say("支部", branchNow?.Name, branch?.Name);
        Say("科室", departmentNow?.Name, department?.Name);
        return what;

        void Say(string field, string? before, string? after)
        {
            if (before != after) what.Add($"{field}：{Or(before)} → {Or(after)}");
        }
    }

    private bool Place(RosterLine line, bool isMember, out Unit? branch, out Unit? department)
    {
        (branch, department) = (isMember ? units.Of(options.Branch) : null, units.Of(options.Department));
        if (line.Branch is { } branchName && !isMember) Hint(line, RosterColumn.Branch, "不是党员，所在支部不登记");
        return (line.Branch is not { } b || !isMember || Take(line, RosterColumn.Branch, units.Branch(b), ref branch))
            && (line.Department is not { } d || Take(line, RosterColumn.Department, units.Department(d), ref department));
    }

    private Unit? GroupOf(RosterLine line, Unit? branch) => line.Group is { } group && branch is { Kind: UnitKind.Branch } ? units.Group(branch, group) : null;

    private bool Take(RosterLine line, RosterColumn column, Result<Unit> found, ref Unit? unit)
    {
        if (found.Refusal is { } refusal) { Wrong(line, column, refusal.Message); return false; }
        unit = found.Value;
        return true;
    }

    private static string Missing(RosterLine line, Person person) =>
        (line.BirthMonth is null || person.BirthMonth is null ? "缺出生年月" : "缺入党时间") + (line.BirthMonth is null || (line.BirthMonth == person.BirthMonth && line.JoinedOn is null) ? "（表里）" : "（名册里）");

    private void LeaveOut(RosterLine line, string why)
    {
        Hint(line, RosterColumn.Name, why);
        Show(line, LineState.LeftOut, why);
    }

    private void Repeat(RosterLine line, string why)
    {
        Hint(line, null, why);
        Show(line, LineState.Repeated, why);
    }

    /// <summary>A line of which nothing is imported.</summary>
    private void Show(RosterLine line, LineState state, string why) =>
        lines.Add(new(line.Row, state, default, new(line.Name, line.Sex, line.BirthMonth, line.JoinedOn, line.ConfirmedOn, line.Status, line.IsRetired ?? false), null, null, why) { Said = line });

    private void Wrong(RosterLine line, Refusal refusal) =>
        Wrong(line, Enum.TryParse<RosterColumn>(refusal.Field, out var column) ? column : RosterColumn.Name, refusal.Field == "On" ? $"名册日期 {options.AsOf.Iso()}：{refusal.Message}" : refusal.Message);

    private void Wrong(RosterLine line, RosterColumn column, string sentence)
    {
        var finding = new Finding(line.Row, ColumnOf(column), sentence, IsError: !options.Matches.WithoutWrong);
        findings.Add(finding);
        Show(line, options.Matches.WithoutWrong ? LineState.LeftOut : LineState.Wrong, finding.AtColumn);
    }

    private void Hint(RosterLine line, RosterColumn? column, string sentence) => findings.Add(new(line.Row, column is { } c ? ColumnOf(c) : null, sentence, IsError: false));

    private int? ColumnOf(RosterColumn column) => reading.Header.Columns.TryGetValue(column, out var i) ? i : null;
}
