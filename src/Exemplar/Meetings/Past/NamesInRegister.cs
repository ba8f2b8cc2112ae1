using System.Text.RegularExpressions;
using Exemplar.Meetings.BranchSheets;
using Exemplar.Meetings.Recording;
using Exemplar.Organization;

namespace Exemplar.Meetings.Past;

/// <summary>Reads who came against the roll of that day; what is not certain stays in the register's own words, and is told.</summary>
/// <param name="offered">The units that the register may be of.</param>
internal sealed partial class NamesInRegister(PastRolls rolls, IReadOnlyList<ReturnedSheet> sheets, IReadOnlyList<Unit> offered)
{
    private sealed record Unsure(PastLine First, string Why)
    {
        public int Times { get; set; } = 1;
    }

    private readonly Dictionary<(Guid Unit, string Name), Unsure> unsure = [];
    private readonly Dictionary<Guid, Unit> withoutRoll = [];

    public sealed record Found(IReadOnlyList<RollMark> Roll, IReadOnlyList<string> Guests, Guid? Chair, Guid? Recorder, Guid? Lecturer)
    {
        public static readonly Found Nobody = new([], [], null, null, null);

        /// <summary>As the row says them, or as they follow from whom it names.</summary>
        public MeetingNumbers Numbers { get; init; }
    }

    public Found In(PastLine line, Unit unit, MeetingKind kind, DateOnly day)
    {
        var known = rolls.On(unit, kind, day);
        if (!known.IsOfDay) withoutRoll.TryAdd(unit.Id, unit);
        if (line.Filled is { } filled) return Chosen(line, filled, unit, known);
        var call = known.Called(line.Came, Words);
        foreach (var doubt in call.Doubts) Tell(doubt.Text, doubt.Candidates);
        var read = call.Marks.Select(m => m.Who.Name).Concat(call.Doubts.Select(d => d.Text)).Concat(call.Guests).Select(RollNames.Key).ToList();
        var unread = WhoCame.NamesIn(line.Came.Names).FindAll(name => !read.Exists(r => RollNames.Key(name).EndsWith(r, StringComparison.Ordinal)));
        foreach (var name in unread) Tell(name, []);   // a pasted list may hold anything; here whatever looks like a name is told

        var due = known.Places;
        var marks = call.Marks.Where(m => due.ContainsKey(m.Who.PersonId)).ToList();
        if (line.Came.All && known.IsOfDay && kind.Due is DueCircle.Members && unit.Kind is not UnitKind.PartyGroup)
        {
            var named = marks.Select(m => m.Who.PersonId).Concat(call.Doubts.SelectMany(d => d.Candidates).Select(c => c.PersonId)).ToHashSet();
            marks.AddRange(known.Due.Where(p => !named.Contains(p.PersonId)).Select(p => new RollMark(p, Attendance.Present, "")));
        }
        string[] guests = [.. call.Marks.Where(m => !due.ContainsKey(m.Who.PersonId) && m.Attendance is Attendance.Present).Select(m => m.Who.Name), .. call.Guests];
        return new([.. marks.DistinctBy(m => m.Who.PersonId).OrderBy(m => due[m.Who.PersonId])], guests, Person(line.Chair), Person(line.Recorder), Person(line.Lecturer))
        {
            Numbers = RowNumbers.Of(line.Came, unit, kind, known, marks, isSure: call.Doubts.Count + call.Guests.Count + unread.Count == 0),
        };

        Guid? Person(string name)
        {
            if (name.Length == 0) return null;
            if (known.Names.Called(name) is [var only]) return only.PersonId;
            Tell(name, []);
            return null;
        }

        void Tell(string name, IReadOnlyList<RollPlace> candidates)
        {
            if (unsure.TryGetValue((unit.Id, name), out var before)) before.Times++;
            else unsure.Add((unit.Id, name), new(line, candidates is [var same] && same.Name == name ? "来没来，几处说得不一样" : candidates.Count > 0 ? $"分不清是谁（{string.Join('、', candidates.Select(c => c.Name).Distinct())}）"
                : rolls.BeginOf(name, unit, kind, day) is { } from ? $"那天还不在{unit.NameAmong(offered)}（{from.Iso()} 起）" : $"不在{unit.NameAmong(offered)}的名册上"));
        }
    }

    /// <summary>One sentence for each name, at the first place where it stands.</summary>
    public IEnumerable<PastRemark> Remarks()
    {
        foreach (var remark in ofSheets) yield return remark;
        foreach (var unit in withoutRoll.Values)
            yield return new("", 0, null, $"名册里没有{unit.NameAmong(offered)}在会议那天的党员（名册还没有记到那么早），按名册里有过的人核对姓名；写“全体党员”的只记人数");
        foreach (var ((_, name), said) in unsure.OrderByDescending(u => u.Value.Times))
            yield return new(said.First.Sheet, said.First.Row, said.First.WhoColumn, $"“{name}”{said.Why}，只留在原表内容里，不记到会{(said.Times > 1 ? $"（共 {said.Times} 处）" : "")}");
    }

    /// <summary>The list as a branch would paste it: who came, and below it who did not.</summary>
    private static string Words(WhoCame came)
    {
        var away = Count().Replace(Bracket().Replace(Leave().Replace(came.Away, "、"), " "), " ").Trim(' ', '、', ',');
        var names = WhoCame.WithoutCount(came.Names);
        return away.Length == 0 ? names : $"{names}\n\n请假：{away}";
    }

    [GeneratedRegex(@"[()\[\]【】]")]
    private static partial Regex Bracket();

    [GeneratedRegex("请假|缺席|未到|[:：]")]
    private static partial Regex Leave();

    [GeneratedRegex(@"[\u4e00-\u9fff]{0,4}\d+\s*[人名]")]
    private static partial Regex Count();
}
