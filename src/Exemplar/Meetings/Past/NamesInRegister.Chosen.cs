using Exemplar.Meetings.BranchSheets;
using Exemplar.Meetings.Recording;
using Exemplar.Organization;

namespace Exemplar.Meetings.Past;

internal sealed partial class NamesInRegister
{
    private readonly Dictionary<string, ReturnedSheet> byFile = sheets.ToDictionary(s => s.File);
    private readonly List<PastRemark> ofSheets = [];

    /// <summary>
    /// Who came by a branch sheet: the marks, and whoever bears none where the row says that the others came. The latter holds
    /// only of those whom the sheet lists and the roster of that day counts among those due.
    /// </summary>
    private Found Chosen(PastLine line, FilledRow filled, Unit unit, PastRolls.Known known)
    {
        var listed = byFile[filled.File].People;
        var circle = known.Due.Count > 0 ? known.Due : known.Beside;
        var due = circle.ToDictionary(p => p.PersonId);
        var othersCount = filled.OthersCame && known is { IsDueOfDay: true, Due.Count: > 0 } && unit.Kind is not UnitKind.PartyGroup;
        if (filled.OthersCame && !othersCount)
            Say(0, unit.Kind is UnitKind.PartyGroup ? $"{unit.Name}的会不知道该谁到，“{SheetWords.OthersCame}”没有算，只记选了的人" : $"{line.Days!.Value.First.InWords()}的应到名单名册里没有，“{SheetWords.OthersCame}”没有算，只记选了的人", isOfRow: true);

        var said = filled.Present.Select(p => (p, Attendance.Present)).Concat(filled.Excused.Select(p => (p, Attendance.Excused))).Concat(filled.Absent.Select(p => (p, Attendance.Absent))).ToDictionary(x => x.p, x => x.Item2);
        List<RollMark> marks = [];
        List<string> guests = [];
        foreach (var person in listed)
        {
            var isSaid = said.TryGetValue(person.Id, out var attendance);
            if (due.TryGetValue(person.Id, out var place))
            {
                if (isSaid || othersCount) marks.Add(new(place, isSaid ? attendance : Attendance.Present, ""));
                continue;
            }
            if (!isSaid) continue;
            var isThere = known.Beside.Any(p => p.PersonId == person.Id);
            if (attendance is Attendance.Present) guests.Add(person.Name);
            if (!isThere || attendance is not Attendance.Present)
                Say(person.Row, $"{person.Name}{(isThere ? "不是应到人员" : "那天不在本支部（还没有转入，或者已经转出）")}，{(attendance is Attendance.Present ? "记作列席" : $"“{attendance.Name()}”没有记")}");
        }
        var unlisted = othersCount ? known.Due.Where(p => !listed.Any(l => l.Id == p.PersonId)).Select(p => p.Name).ToList() : [];
        if (unlisted.Count > 0) Say(0, $"{string.Join('、', unlisted.Take(5))}{(unlisted.Count > 5 ? $"等 {unlisted.Count} 人" : "")}那天在名册上、不在这份表里，没有记到会", isOfRow: true);

        var came = marks.Count(m => m.Attendance is Attendance.Present);
        var lecturer = Listed(line.Lecturer);
        if (lecturer is null && line.Lecturer.Length > 0) guests.Add(line.Lecturer);   // somebody from outside
        return new([.. circle.SelectMany(p => marks.Where(m => m.Who.PersonId == p.PersonId))], guests, Listed(line.Chair), Listed(line.Recorder), lecturer)
        {
            Numbers = new(known.IsDueOfDay && unit.Kind is not UnitKind.PartyGroup && known.Due.Count > 0 ? known.Due.Count : null, came > 0 ? came : null),
        };

        // As the list to choose from writes it, with what tells namesakes apart; and of this branch on that day, whatever the file says.
        Guid? Listed(string name) => name.Length > 0 && listed.FirstOrDefault(l => RollNames.Key(HalfWidth.Of(l.Name)) == RollNames.Key(name)) is { } one && known.Due.Concat(known.Beside).Any(p => p.PersonId == one.Id) ? one.Id : null;

        void Say(int row, string sentence, bool isOfRow = false) => ofSheets.Add(isOfRow ? new(line.Sheet, line.Row, null, sentence) { File = filled.File } : new(byFile[filled.File].RollName, row, filled.Column, sentence) { File = filled.File });
    }
}
