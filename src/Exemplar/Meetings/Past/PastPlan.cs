using System.Security.Cryptography;
using System.Text;
using Exemplar.Organization;

namespace Exemplar.Meetings.Past;

public enum PastState
{
    [Display(Name = "导入")] Ready,

    /// <summary>Something must be said before it can be taken over.</summary>
    [Display(Name = "没有说清")] Doubtful,

    [Display(Name = "已在册")] Known,

    [Display(Name = "不导入")] LeftOut,
}

/// <summary>What would become of one meeting of a register.</summary>
/// <param name="Why">A sentence for everything but <see cref="PastState.Ready"/>.</param>
public sealed record PlannedMeeting(PastLine Line, PastState State, Unit? Unit, MeetingKind? Kind, HeldDays? Days, string Why)
{
    /// <summary>Why nothing is taken of a branch sheet of which one row is not clear.</summary>
    public const string HeldBack = "同一份表里有要改的，改好一起收";

    /// <summary>Of those of an unsaid year: whether it is taken for the year before.</summary>
    public bool TakenForYearBefore { get; init; }

    /// <summary>The meeting on record whose numbers, which its own register did not say, this row says; null for none.</summary>
    public Guid? Completes { get; init; }

    /// <summary>Only of those that are ready.</summary>
    internal NamesInRegister.Found Found { get; init; } = NamesInRegister.Found.Nobody;

    /// <summary>The words for the unit that are asked about once for all their rows; empty when the unit is known or only this row can say it.</summary>
    public string AskedUnit { get; init; } = "";

    /// <summary>What somebody said of this very row once, before its import was taken back: offered and not taken.</summary>
    public RowAnswer? SaidBefore { get; init; }

    public bool AsksDay => State is PastState.Doubtful && Days is null;
    public bool AsksKind => State is PastState.Doubtful && Kind is null;

    /// <summary>The meeting itself. Only of one that is ready.</summary>
    public Result<Meeting> Make(Guid import, Act by)
    {
        var id = Guid.CreateVersion7();
        var (line, days) = (Line, Days!.Value);
        var origin = new MeetingOrigin { MeetingId = id, ImportId = import, Sheet = Short(line.Filled?.File ?? line.Sheet), Row = line.Row, Text = Kind!.KeepsText ? line.Text : "", Due = Found.Numbers.Due, Present = Found.Numbers.Present, OnRoll = Found.Numbers.OnRoll, IsOfSheet = line.Filled is not null };
        var topic = days.Last is { } last ? $"{line.Topic}（至 {last.Month} 月 {last.Day} 日）" : line.Topic;
        var said = new PastMeeting(days.First, CountsFor, line.Place, topic, line.Content, Found.Chair, Found.Recorder, Found.Lecturer, Found.Roll, Found.Guests) { StartsAt = line.Filled?.From, EndsAt = line.Filled?.To };
        return Meeting.Import(Kind, Unit!, said, origin, by);
    }

    private static string Short(string sheet) => sheet.Length <= MeetingOrigin.LongestSheet ? sheet : sheet[..MeetingOrigin.LongestSheet];

    public int CountsFor => Days!.Value.First.Year - ((Line.ForYearBefore || TakenForYearBefore) && Kind!.MayCountBefore ? 1 : 0);
}

/// <summary>A word of the register that nobody has explained yet.</summary>
/// <param name="Branch">Whose Party group is meant; null for any unit and for kinds.</param>
public sealed record UnknownWord(string Word, int Rows, Unit? Nearest, Unit? Branch);

/// <summary>Meetings of a file of which nothing says whose they are: asked once for all of them.</summary>
/// <param name="Said">The unit that somebody chose for them, or that the name of the file names; <see cref="People.SaidWord.NoUnit"/> where each row is to be said by itself.</param>
public sealed record UnsaidUnit(Guid? Said, int Rows)
{
    public bool IsByRow => Said == People.SaidWord.NoUnit;
}

/// <summary>What a register would do, before it does.</summary>
public sealed record PastPlan(PastReading Reading, IReadOnlyList<PlannedMeeting> Meetings, IReadOnlyList<PastRemark> Remarks, IReadOnlyList<UnknownWord> Kinds, IReadOnlyList<UnknownWord> Units,
    IReadOnlyList<Unit> Offered, IReadOnlyList<Guid> MayChange)
{
    /// <summary>Party groups that the file names and that are not on record.</summary>
    public IReadOnlyList<MissingGroups> Missing { get; init; } = [];

    /// <summary>What was said of single rows and holds for all that name the same group: 第一党支部的二组.</summary>
    public IReadOnlyDictionary<string, Guid> GroupWords { get; init; } = new Dictionary<string, Guid>();

    /// <summary>What was said of the meetings of an unsaid year; null when nothing was.</summary>
    public bool? EarlyIsBefore { get; init; }

    /// <summary>Null where every meeting says whose it is.</summary>
    public UnsaidUnit? Unsaid { get; init; }

    /// <summary>Whether somebody chose another unit for them than was shown.</summary>
    public bool IsOtherThan(Guid? chosen) => chosen is not null && Unsaid is not null && chosen != Unsaid.Said;

    public IReadOnlyList<PlannedMeeting> OfUnsaidYear => [.. Ready.Where(m => m.Line.IsOfUnsaidYear && m.Kind!.MayCountBefore)];

    public IReadOnlyList<PlannedMeeting> Completing => [.. Meetings.Where(m => m.Completes is not null)];

    public IEnumerable<PlannedMeeting> Ready => Meetings.Where(m => m.State is PastState.Ready);

    public bool BringsAnything => Ready.Any() || Completing.Count > 0;

    public int Count(PastState state) => Meetings.Count(m => m.State == state);

    /// <summary>Units whose register reaches further back than their duties are kept here.</summary>
    public IEnumerable<(Unit Unit, DateOnly First)> Before => Meetings.Where(m => m is { State: PastState.Ready or PastState.Known, Unit: not null, Days: not null }).GroupBy(m => m.Unit!.Id)
        .Select(g => (Unit: g.First().Unit!, First: g.Min(m => m.Days!.Value.First))).Where(x => x.Unit.HasDuties && (x.Unit.DutiesFrom is not { } from || from > x.First)).OrderBy(x => x.Unit.Order, StringComparer.Ordinal);

    /// <summary>Of these, the units whose first day may be set back with the import, to the beginning of their first year on record. Where none was ever set, that is no accident.</summary>
    public IReadOnlyList<(Unit Unit, DateOnly From)> SetBack => [.. Before.Where(b => b.Unit.DutiesFrom is not null && MayChange.Contains(b.Unit.Id)).Select(b => (b.Unit, new DateOnly(b.First.Year, 1, 1)))];

    /// <summary>What was shown; another plan is shown again before it is carried out.</summary>
    public string Digest() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Meetings.Select(m =>
        $"{m.Line.Key}|{m.State}|{m.Unit?.Id}|{m.Kind?.Key}|{m.Days?.First.Iso()}{(m.TakenForYearBefore ? "<" : "")}{m.Completes}|{string.Join(',', m.Found.Roll.Select(r => $"{r.Who.PersonId}{r.Attendance}"))}")))))[..16];
}
