namespace Exemplar.Meetings.Recording;

/// <summary>A name of the list that a person must settle.</summary>
/// <param name="Text">As the list has it.</param>
/// <param name="Candidates">Whom it may mean: namesakes, a name one character off, somebody named twice in different ways. None: not on the roll, perhaps a guest.</param>
/// <param name="IsUnclear">Whether they come is not clear: <paramref name="Reason"/> is a note that is not understood, or that stands behind several names.</param>
/// <param name="Behind">The word may be no name at all but a note on this one: 李四 高烧.</param>
public sealed record RollDoubt(string Text, Attendance Attendance, string Reason, IReadOnlyList<RollPlace> Candidates, bool IsUnclear, RollPlace? Behind);

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
            var agree = said.All(e => e.Attendance == said[0].Attendance && !e.IsUnclear);
            if (said[0].IsSure && agree && candidates.Count == 1) marks.Add(new(candidates[0], said[0].Attendance, Longest(said)));
            else if (said[0].IsSure && agree && said.Count == candidates.Count) marks.AddRange(candidates.Select((c, n) => new RollMark(c, said[n].Attendance, said[n].Reason)));
            else if (candidates.Count == 1) doubts.Add((said.Find(e => e.IsUnclear) ?? said[^1]).AsDoubt());
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
    private readonly List<string> notes = [];
    private string aside = "";
    private bool comes, isNotedAway, isShared;

    public string Text => text;
    public string Key => key;
    public IReadOnlyList<RollPlace> Candidates => candidates;

    /// <summary>The name is written exactly so on the roll.</summary>
    public bool IsSure => isSure;
    public bool IsGuest { get; private set; }
    public Attendance Attendance { get; private set; } = attendance;
    public string Reason { get; private set; } = reason;

    /// <summary>Who stood before it, when it may be a note on them.</summary>
    public RollPlace? Behind { get; init; }

    /// <summary>A note that is not understood, one that another contradicts, or one that may be meant for somebody else.</summary>
    public bool IsUnclear => isShared || (Attendance is Attendance.Present && aside.Length > 0) || (comes && isNotedAway);

    public RollDoubt AsDoubt() => new(text, IsUnclear ? Attendance.Present : Attendance, IsUnclear ? string.Join('，', notes) : Reason, candidates, IsUnclear, Behind);

    public void BeGuest() => IsGuest = candidates.Count == 0;

    /// <summary>Takes in a word that stands behind several names, of which this one is not the last.</summary>
    public void Share(string note)
    {
        isShared = true;
        notes.Add(note);
    }

    /// <summary>Takes in a word that stands beside the name.</summary>
    public void Note(string note)
    {
        if (RollCallWords.AttendanceOf(note) is { } said)
        {
            notes.Add(note);
            isNotedAway = true;
            if (Attendance is not Attendance.WrittenOpinion) Attendance = said;
            if (RollCallWords.ReasonIn(note) is { Length: > 0 } why) Reason = aside.Length > 0 ? $"{aside}，{why}" : why;
            else if (Reason.Length == 0) Reason = aside;
            if (RollCallWords.IsGuest(note)) BeGuest();
        }
        else if (RollCallWords.IsGuest(note)) BeGuest();
        else if (RollCallWords.SaysComing(note))
        {
            comes = true;
            if (isNotedAway) notes.Add(note);
        }
        else if (!RollCallWords.SaysNothing(note))
        {
            notes.Add(note);
            if (Attendance is Attendance.Present) aside = aside.Length > 0 ? $"{aside}，{note}" : note;
            else if (Reason.Length == 0) Reason = note;
        }
    }
}
