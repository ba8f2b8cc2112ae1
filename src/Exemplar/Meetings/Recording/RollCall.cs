namespace Exemplar.Meetings.Recording;

/// <summary>A name of the list that a person must settle.</summary>
/// <param name="Text">As the list has it.</param>
/// <param name="Candidates">Whom it may mean: namesakes, a name one character off, somebody named twice in different ways. None: not on the roll, perhaps a guest.</param>
public sealed record RollDoubt(string Text, Attendance Attendance, string Reason, IReadOnlyList<RollPlace> Candidates);

/// <summary>A pasted list, read against the roll.</summary>
/// <param name="Missing">On the roll and not in a list of those who came; none when the list only names who did not.</param>
public sealed record RollCall(IReadOnlyList<RollMark> Marks, IReadOnlyList<RollDoubt> Doubts, IReadOnlyList<string> Guests, IReadOnlyList<RollPlace> Missing)
{
    internal static RollCall Of(IReadOnlyList<RollCallEntry> entries, IReadOnlyList<RollPlace> roll)
    {
        List<RollMark> marks = [];
        List<RollDoubt> doubts = [];
        foreach (var named in entries.Where(e => !e.IsGuest).GroupBy(e => e.Key))
        {
            var (said, candidates) = (named.ToList(), named.First().Candidates);
            var agree = said.All(e => e.Attendance == said[0].Attendance);
            if (said[0].IsSure && agree && candidates.Count == 1) marks.Add(new(candidates[0], said[0].Attendance, Longest(said)));
            else if (said[0].IsSure && agree && said.Count == candidates.Count) marks.AddRange(candidates.Select((c, n) => new RollMark(c, said[n].Attendance, said[n].Reason)));
            else if (candidates.Count == 1) doubts.Add(said[^1].AsDoubt());
            else doubts.AddRange(said.Select(e => e.AsDoubt()));
        }
        var spokenOf = marks.Select(m => m.Who).Concat(doubts.SelectMany(d => d.Candidates)).ToHashSet();
        var saysWhoCame = marks.Exists(m => m.Attendance is Attendance.Present);
        return new(marks, doubts, [.. entries.Where(e => e.IsGuest).Select(e => e.Text).Distinct()], saysWhoCame ? [.. roll.Where(p => !spokenOf.Contains(p))] : []);
    }

    private static string Longest(List<RollCallEntry> said) => said.Select(e => e.Reason).MaxBy(r => r.Length)!;
}

/// <summary>One name as it was met in the list, with what was noted beside it.</summary>
internal sealed class RollCallEntry(string text, string key, IReadOnlyList<RollPlace> candidates, bool isSure, Attendance attendance, string reason)
{
    private string aside = "";

    public string Text => text;
    public string Key => key;
    public IReadOnlyList<RollPlace> Candidates => candidates;

    /// <summary>The name is written exactly so on the roll.</summary>
    public bool IsSure => isSure;
    public bool IsGuest { get; private set; }
    public Attendance Attendance { get; private set; } = attendance;
    public string Reason { get; private set; } = reason;

    public RollDoubt AsDoubt() => new(text, Attendance, Reason, candidates);

    public void BeGuest() => IsGuest = candidates.Count == 0;

    /// <summary>Takes in a word that stands beside the name.</summary>
    public void Note(string note)
    {
        if (RollCallWords.IsGuest(note)) BeGuest();
        if (RollCallWords.AttendanceOf(note) is { } said)
        {
            if (Attendance is not Attendance.WrittenOpinion) Attendance = said;
            if (RollCallWords.ReasonIn(note) is { Length: > 0 } why) Reason = why;
            else if (Reason.Length == 0) Reason = aside;
        }
        else if (!RollCallWords.IsNoise(note) && !RollCallWords.IsTitle(note))
        {
            if (Attendance is Attendance.Present) aside = note;
            else if (Reason.Length == 0) Reason = note;
        }
    }
}
