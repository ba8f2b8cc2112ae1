using Exemplar.Organization;
using Exemplar.People.RosterSheets;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

/// <summary>What a roster sheet that came back says of those it went out with: three sides, as it was issued, as it is filled in and as the roster is now (docs/adr/0027).</summary>
internal sealed partial class RosterPlanner
{
    private const int MostNamed = 8;

    private readonly ReturnedRoster? sheet = reading.Sheet is { UnitId: not null } returned ? returned : null;

    /// <summary>Other sheets that came back and wait, of other units.</summary>
    private readonly List<RosterReading> beside = [.. options.Beside.Where(b => b.Sheet is { UnitId: { } unit } && unit != reading.Sheet?.UnitId)];

    private void PlanIssued(RosterLine line, IssuedPerson issued)
    {
        var isSilent = line == new RosterLine(line.Row, issued.Line.Name);
        if (known.MergedInto(issued.Id) is { } into) { PlanMerged(line, issued, isSilent, into); return; }
        if (known.Of(issued.Id) is not { HasLeft: false } person)
        {
            var why = known.Of(issued.Id) is null ? "发出以后已不在您管的名册里" : "发出以后已登记调离";
            if (isSilent) Keep(line.Row, issued, $"{why}，不动");
            else LeaveOut(line, $"{why}，表里改的没有登记；请在名册里核对");
        }
        else if (issued.HasLeft) PlanLeaving(line.Row, person);
        else if (line.Name != issued.Line.Name && AskRenamed(line, issued.Line) is var renamed && renamed is not true)
        {
            if (renamed is null) { LeaveOut(line, $"发出时这一行是{issued.Line.Name}，姓名改了：是更正还是换了人，请选定"); return; }
            PlanAdded(Whole(line, issued.Line));
            PlanAbsent(issued);
        }
        else if (Settle(line, issued.Line, person) is { } settled) PlanChange(settled, person, isSaid: true, isIssued: true);
    }

    /// <summary>Two records became one after the sheet went out. Where the one that stayed has a row of its own here, that row speaks for both; elsewhere this one does.</summary>
    private void PlanMerged(RosterLine line, IssuedPerson issued, bool isSilent, Guid into)
    {
        var person = known.Of(into) is { HasLeft: false } kept ? kept : null;
        var own = sheet!.Issued.FirstOrDefault(p => p.Id == into);
        var told = person is null ? "发出以后已与另一份合并，不在您管的名册里" : $"发出以后已与{(own?.Row is { } row ? $"第 {row} 行的" : "")}{person.Name}合并成一人";
        if (isSilent && !issued.HasLeft) Keep(line.Row, issued, $"{told}，不动");
        else if (person is null || own is not null || issued.HasLeft || line.Name != issued.Line.Name) LeaveOut(line, $"{told}，这一行改的没有登记；请在名册里核对");
        else if (Settle(line, issued.Line, person) is { } settled) PlanChange(settled, person, isSaid: true, isIssued: true);
    }

    private bool? AskRenamed(RosterLine line, RosterLine issued)
    {
        var key = $"{line.Row}:name";
        same.Add(new(key, line.Row, SameQuestion.InWords(Whole(line, issued)), $"发出时这一行是 {SameQuestion.InWords(issued)}", "暂不导入", Answer(key)) { Yes = "同一人，姓名更正", No = "换了人" });
        return Answer(key);
    }

    /// <summary>Where only the roster changed since, the roster stands; where both did and differ, somebody says which. Null when nobody did yet.</summary>
    private RosterLine? Settle(RosterLine line, RosterLine issued, Person person)
    {
        var (branch, department) = PlaceNow(person);
        RosterLine now = new(line.Row, person.Name) { Sex = person.Sex, BirthMonth = person.BirthMonth, JoinedOn = person.IsMember ? person.JoinedOn : null, ConfirmedOn = person.IsMember ? person.ConfirmedOn : null, Status = person.Status, IsMember = person.IsMember, IsRetired = person.IsRetired, Branch = branch?.Name, Department = department?.Name };
        List<string> silent = [], both = [];
        foreach (var (column, was, isNow, said) in Words(issued).Zip(Words(now), Words(line)).Select(x => (x.First.Column, x.First.Text, x.Second.Text, x.Third.Text)))
        {
            if (was == isNow) continue;
            if (said is null || said == was) silent.Add($"{column.Name()}：{Or(was)} → {Or(isNow)}");
            else if (said != isNow) both.Add($"{column.Name()}：发出时{Or(was)}，名册现在{Or(isNow)}，表里{said}");
        }
        if (silent.Count > 0) Hint(line, null, $"{person.Name}：发出以后名册改过（{string.Join('；', silent)}），表里没有动，以名册为准");
        if (line.Name == issued.Name) line = line with { Name = person.Name };
        if (both.Count == 0) return line;

        var key = $"{line.Row}:now";
        same.Add(new(key, line.Row, $"{person.Name}，{string.Join('；', both)}", "发出以后名册和表里都改了，改得不一样", "暂不导入", Answer(key)) { Yes = "以表为准", No = "以名册为准" });
        if (Answer(key) is null) LeaveOut(line, $"发出以后名册也改了（{string.Join('；', both)}），以哪个为准请选定");
        return Answer(key) switch { true => line, false => WithoutConflicts(line, issued, now), null => null };
    }

    private static RosterLine WithoutConflicts(RosterLine line, RosterLine issued, RosterLine now) => line with
    {
        Name = issued.Name == now.Name ? line.Name : now.Name,
        Sex = issued.Sex == now.Sex ? line.Sex : null,
        BirthMonth = issued.BirthMonth == now.BirthMonth ? line.BirthMonth : null,
        JoinedOn = issued.JoinedOn == now.JoinedOn ? line.JoinedOn : null,
        ConfirmedOn = issued.ConfirmedOn == now.ConfirmedOn ? line.ConfirmedOn : null,
        Status = issued.Status == now.Status ? line.Status : null,
        IsMember = issued.Status == now.Status ? line.IsMember : null,
        IsRetired = issued.IsRetired == now.IsRetired ? line.IsRetired : null,
        Branch = issued.Branch == now.Branch ? line.Branch : null,
        Department = issued.Department == now.Department ? line.Department : null,
    };

    /// <summary>Null where the line is silent.</summary>
    private static (RosterColumn Column, string? Text)[] Words(RosterLine line) =>
    [
        (RosterColumn.Name, line.Name), (RosterColumn.Sex, line.Sex?.Name()), (RosterColumn.BirthMonth, line.BirthMonth is { } born ? RosterTemplate.Month(born) : null),
        (RosterColumn.Status, line.Status?.Name() ?? (line.IsMember is false ? "群众" : null)), (RosterColumn.JoinedOn, line.JoinedOn?.InWords), (RosterColumn.ConfirmedOn, line.ConfirmedOn?.InWords),
        (RosterColumn.Branch, line.Branch), (RosterColumn.Department, line.Department), (RosterColumn.Standing, line.IsRetired switch { true => "退休", false => "在职", null => null }),
    ];

    private static RosterLine Whole(RosterLine line, RosterLine issued) => line with
    {
        Sex = line.Sex ?? issued.Sex,
        BirthMonth = line.BirthMonth ?? issued.BirthMonth,
        JoinedOn = line.JoinedOn ?? issued.JoinedOn,
        ConfirmedOn = line.ConfirmedOn ?? issued.ConfirmedOn,
        Status = line.IsMember is null ? issued.Status : line.Status,
        IsMember = line.IsMember ?? issued.IsMember,
        IsRetired = line.IsRetired ?? issued.IsRetired,
        Branch = line.Branch ?? issued.Branch,
        Department = line.Department ?? issued.Department,
    };

    /// <summary>Whom the sheet went out with and no longer has: asked, never taken off the roster by silence.</summary>
    private void PlanAbsent(IssuedPerson issued)
    {
        if (known.MergedInto(issued.Id) is not null) { Keep(0, issued, "表里没有了；发出以后已与另一份合并成一人"); return; }
        if (known.Of(issued.Id) is not { HasLeft: false } person) { Keep(0, issued, "表里没有了；发出以后名册里也已调离"); return; }
        var (branch, department) = PlaceNow(person);
        if ((branch ?? department) is { } home && home.Id != sheet!.UnitId) { Keep(0, issued, "表里没有了；别的单位已登记"); return; }
        if (AddedBeside().Any(added => IsOnePerson(added.Line, person.Name, person.BirthMonth, person.JoinedOn))) { Keep(0, issued, "表里没有了；别的单位已登记"); return; }

        var key = $"gone:{issued.Id:n}";
        same.Add(new(key, 0, SameQuestion.InWords(person.Name, person.BirthMonth, person.JoinedOn, sheet!.Unit), $"发出时在第 {issued.IssuedRow} 行，交回的表里没有这个人了", "不动，暂不导入", Answer(key)) { Yes = $"离开：从 {options.AsOf.Iso()} 起调离", No = "没有离开，仍在名册" });
        if (Answer(key) is true) PlanLeaving(0, person);
        else if (Answer(key) is false) Keep(0, issued, "表里没有了；您选了仍在名册");
        else lines.Add(Line(0, LineState.LeftOut, issued, $"发出时在第 {issued.IssuedRow} 行，表里没有了：是离开还是漏了，请选定"));
    }

    private void PlanLeaving(int row, Person person)
    {
        var (branch, department) = PlaceNow(person);
        var facts = new PersonFacts(person.Name, person.Sex, person.BirthMonth, person.JoinedOn, person.ConfirmedOn, person.Status, person.IsRetired);
        taken[person.Id] = row;
        if (person.Leave(options.AsOf, today) is { } refusal) Wrong(new RosterLine(row, person.Name), new Refusal(refusal.Field, $"{person.Name}：{refusal.Message}"));
        else lines.Add(new(row, LineState.Leaves, person.Id, facts, branch, department, $"从 {options.AsOf.Iso()} 起调离，职务和角色同时到期") { From = (branch ?? department)?.Id });
    }

    private void Keep(int row, IssuedPerson issued, string why)
    {
        taken.TryAdd(issued.Id, row);
        lines.Add(Line(row, LineState.Unchanged, issued, why));
    }

    private static PlannedLine Line(int row, LineState state, IssuedPerson issued, string why) =>
        new(row, state, issued.Id, new(issued.Line.Name, issued.Line.Sex, issued.Line.BirthMonth, issued.Line.JoinedOn, issued.Line.ConfirmedOn, issued.Line.Status, issued.Line.IsRetired ?? false), null, null, why);

    /// <summary>Whether somebody whom this sheet adds is said to be elsewhere as well, and nobody has decided for this sheet.</summary>
    private bool IsHeldBack(RosterLine line, Person? person)
    {
        if (sheet is null || Elsewhere(line, person) is not { } where) return false;
        var key = $"{line.Row}:claim";
        same.Add(new(key, line.Row, $"{SameQuestion.InWords(line)}，编入{sheet.Unit}", where, "暂不导入", Answer(key)) { Yes = "按这份表登记", No = "不按这份表" });
        if (Answer(key) is true) return false;
        if (Answer(key) is false) Repeat(line, "您选了不按这份表登记");
        else LeaveOut(line, $"{where}；按哪份表登记请选定");
        return true;
    }

    private string? Elsewhere(RosterLine line, Person? person)
    {
        if (AddedBeside().FirstOrDefault(added => IsOnePerson(added.Line, line.Name, line.BirthMonth, line.JoinedOn)) is { Line: { } other } also) return $"《{also.Sheet.File}》第 {other.Row} 行也写着{other.Name}，编入{also.Sheet.Unit}";
        if (person is null) return null;
        var (branch, department) = PlaceNow(person);
        if ((units.Of(sheet!.UnitId) is { IsParty: true } ? branch : department) is not { } here || here.Id == sheet.UnitId) return null;
        if (beside.Find(b => b.Sheet!.UnitId == here.Id && b.Sheet.Issued.Any(p => p.Id == person.Id && p is { Row: not null, HasLeft: false } && b.Lines.Any(l => l.Row == p.Row && l is { Branch: null, Department: null }))) is { Sheet: { } other2 })
            return $"《{other2.File}》里{person.Name}仍在{here.Name}";
        var since = person.Memberships.Find(m => m.To is null && m.UnitId == here.Id)!.From;
        return since >= sheet.IssuedOn ? $"{person.Name}在发出以后（{since.Iso()}）登记到{here.Name}" : null;
    }

    private IEnumerable<(ReturnedRoster Sheet, RosterLine Line)> AddedBeside() => beside.SelectMany(b => b.Lines.Where(l => !l.IsWrong && b.Sheet!.At(l.Row) is null).Select(l => (b.Sheet!, l)));

    private static bool IsOnePerson(RosterLine line, string name, DateOnly? born, PartialDate? joined) => line.Name == name && KnownPeople.Agrees(line.BirthMonth, born) && KnownPeople.Agrees(line.JoinedOn, joined);

    /// <summary>Who came to the unit after its sheet went out: told, and left alone.</summary>
    private IReadOnlyList<string> Newcomers()
    {
        if (sheet is null) return [];
        var names = known.All.Where(p => !p.HasLeft && PlaceNow(p) is var (branch, department) && (branch ?? department)?.Id == sheet.UnitId && !taken.ContainsKey(p.Id) && sheet.Issued.All(i => (known.MergedInto(i.Id) ?? i.Id) != p.Id)).Select(p => p.Name).ToList();
        return names.Count == 0 ? [] : [$"发出以后名册里新来的 {names.Count} 人不在这份表里，不动：{string.Join('、', names.Take(MostNamed))}{(names.Count > MostNamed ? "等" : "")}"];
    }

    private (Unit? Branch, Unit? Department) PlaceNow(Person person)
    {
        var now = person.Memberships.Where(m => m.To is null).Select(m => units.Of(m.UnitId)).OfType<Unit>().ToList();
        return (now.Find(u => u.IsParty), now.Find(u => !u.IsParty));
    }
}
