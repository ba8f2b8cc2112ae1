namespace Exemplar.Meetings.Recording;

/// <summary>Names that stand together (张三、李四 公休): a note behind the last may be meant for all of them.</summary>
internal sealed class NamedTogether
{
    private readonly List<RollCallEntry> names = [];

    /// <summary>Two names with no more than a space between them, at the beginning of a line.</summary>
    private bool isLoose;
    private bool isOpening;
    private bool isNoted;

    public void Clear() => names.Clear();

    /// <param name="joined">By 、 or 和 to the one before.</param>
    /// <param name="opens">It is the first of its line.</param>
    public void Add(RollCallEntry entry, bool joined, bool opens)
    {
        if (isNoted || isLoose || (!joined && !(names.Count == 1 && isOpening))) Clear();
        isLoose = names.Count == 1 && !joined;
        if (names.Count == 0) isOpening = opens;
        isNoted = false;
        names.Add(entry);
    }

    /// <summary>Takes in what was noted on the last of them.</summary>
    public void Note(string note)
    {
        if (RollCallWords.SaysNothing(note) || RollCallWords.IsGuest(note)) return;
        isNoted = true;
        if (RollCallWords.SaysComing(note)) return;
        foreach (var earlier in names.SkipLast(1).Where(e => e.Attendance is Attendance.Present || RollCallWords.IsForAll(note)))
        {
            if (RollCallWords.IsForAll(note)) earlier.Note(note);
            else earlier.Share(note);
        }
    }
}
