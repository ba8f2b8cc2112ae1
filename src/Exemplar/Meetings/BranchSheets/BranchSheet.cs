using Exemplar.Meetings.Past;
using Exemplar.Organization;

namespace Exemplar.Meetings.BranchSheets;

/// <summary>A meeting that is on record in the period already: shown, so that nobody types it again.</summary>
public sealed record SheetMeeting(DateOnly HeldOn, string Kind, string Topic, string Place, TimeOnly? StartsAt, TimeOnly? EndsAt, string Chair, string Recorder, string Lecturer, MeetingNumbers Numbers);

/// <summary>Everything that one branch's sheet for one period is filled in with beforehand.</summary>
/// <param name="People">Who belonged to the branch on any day of the period; the note says since when or until when, where that is not all of it.</param>
public sealed record BranchSheet(Unit Unit, SheetMark Mark, IReadOnlyList<(SheetPerson Who, string Note)> People, IReadOnlyList<SheetMeeting> OnRecord)
{
    private const int MostPlaces = 80;   // a column of the roll for each; a reader takes a hundred
    private const int LastMonthForYearBefore = 3;

    /// <summary>How many meetings can be entered.</summary>
    public int Places
    {
        get
        {
            var (months, usual) = Mark.Period.Kind switch { PeriodKind.Month => (1, 8), PeriodKind.Quarter => (3, 16), PeriodKind.HalfYear => (6, 28), _ => (12, 48) };
            return Math.Min(MostPlaces, usual + months * Mark.Kinds.Select(k => k.UnitId).Where(u => u != Unit.Id).Distinct().Count());
        }
    }

    public bool AsksYearBefore => Mark.Period.First.Month <= LastMonthForYearBefore;

    /// <summary>01 第一党支部 2026年3月填报表.xlsx</summary>
    public string FileName(int number) => Platform.Files.FileStore.CleanName($"{number:D2} {Unit.Name} {Mark.Period.Name}填报表.xlsx");

    /// <summary>The roll in the words of the sheet: namesakes with the month of their birth, or else a number.</summary>
    internal static List<(SheetPerson Who, string Note)> Labelled(IReadOnlyList<PastRolls.Belonging> people, IReadOnlyDictionary<Guid, DateOnly?> birthMonths, Period period)
    {
        var namesakes = people.GroupBy(p => p.Name).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        HashSet<string> taken = [];
        return [.. people.Select(p => (new SheetPerson(p.PersonId, Label(p)), Note(p)))];

        string Label(PastRolls.Belonging p)
        {
            var label = namesakes.Contains(p.Name) && birthMonths.GetValueOrDefault(p.PersonId) is { } born ? $"{p.Name}（{born.Year}年{born.Month}月生）" : p.Name;
            for (var n = 2; !taken.Add(label); n++) label = $"{p.Name}（{n}）";
            return label;
        }

        string Note(PastRolls.Belonging p) => string.Join('，', new[]
        {
            p.Post,
            p.From > period.First ? $"{p.From.Month}月{p.From.Day}日转入" : "",
            p.To is { } to && to < period.Last ? $"{to.Month}月{to.Day}日转出" : "",
        }.Where(w => w.Length > 0));
    }
}
