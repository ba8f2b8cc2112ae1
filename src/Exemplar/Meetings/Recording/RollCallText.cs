namespace Exemplar.Meetings.Recording;

/// <summary>
/// Reads the list of who comes as a branch pastes it from its group: with or without numbers, in lines or in one, with
/// notes in or out of brackets, with headings. What is not certain becomes a <see cref="RollDoubt"/>; nothing is guessed.
/// </summary>
public sealed class RollCallText
{
    private const int LongestNickname = 4;

    private readonly RollNames names;
    private readonly List<RollCallEntry> entries = [];
    private RollCallEntry? current;

    /// <summary>What the heading before these names says of all of them.</summary>
    private Heading heading = Heading.None;
    private bool headingStays;

    private sealed record Heading(Attendance Attendance, string Reason, bool Guests)
    {
        public static readonly Heading None = new(Attendance.Present, "", false);
    }

    private RollCallText(IReadOnlyList<RollPlace> roll) => names = new(roll);

    public static RollCall Read(string text, IReadOnlyList<RollPlace> roll)
    {
        var reader = new RollCallText(roll);
        foreach (var (beginsLine, words) in RollCallTokens.Parts(text)) reader.Take(words, beginsLine);
        return RollCall.Of(reader.entries, roll);
    }

    private void Take(List<RollCallToken> words, bool beginsLine)
    {
        current = null;
        if (!(headingStays && beginsLine && words.Count > 0)) (heading, headingStays) = (Heading.None, false);
        var before = entries.Count;
        for (var n = 0; n < words.Count; n++)
        {
            if (words[n].IsNumber) current = null;
            else Take(words, n);
        }
        // A heading alone on its line speaks of the lines below it, up to an empty one.
        if (entries.Count == before && words.Exists(w => RollCallWords.IsHeading(w.Text))) headingStays = true;
    }

    /// <param name="at">The first of a part, or one that a colon follows, may be a heading; the first behind a number is somebody.</param>
    private void Take(List<RollCallToken> words, int at)
    {
        var word = words[at];
        var (isFirst, isNumbered) = (words.Take(at).All(w => w.IsNumber), at > 0 && words[at - 1].IsNumber);
        if (word.InBrackets) current?.Note(word.Text);
        else if (names.Split(word.Text) is { Count: > 0 } found)
        {
            foreach (var (name, rest) in found)
            {
                Begin(name, names.Called(name), isSure: true);
                if (rest.Length > 0) current!.Note(rest);
            }
        }
        else if ((isFirst || IsHeadingAmidst(words, at)) && RollCallWords.IsHeading(word.Text)) Head(word.Text);
        else if (RollCallWords.AttendanceOf(word.Text) is not null || RollCallWords.IsNoise(word.Text)) current?.Note(word.Text);
        else if (names.Near(word.Text) is { Count: > 0 } near) Begin(word.Text, near, isSure: false);
        else if (RollCallWords.IsPersonal(word.Text)) Begin(word.Text, [], isSure: false);
        else if ((isNumbered || current is null) && names.Familiar(word.Text) is { Count: > 0 } familiar) Begin(word.Text, familiar, isSure: false);
        else if (isNumbered && word.Text.Length <= LongestNickname && !RollCallWords.MayPrecedeName(word.Text)) Begin(word.Text, [], isSure: false);
        else current?.Note(word.Text);
    }

    /// <summary>张三、李娜 请假：李四 — and not 李四 请假：出差.</summary>
    private bool IsHeadingAmidst(List<RollCallToken> words, int at) => words[at].BeforeColon && at + 1 < words.Count && names.Split(words[at + 1].Text).Count > 0;

    private void Head(string words)
    {
        headingStays = false;
        heading = RollCallWords.AttendanceOf(words) is { } said ? new(said, RollCallWords.ReasonIn(words), false) : Heading.None with { Guests = RollCallWords.IsGuest(words) };
    }

    private void Begin(string text, IReadOnlyList<RollPlace> candidates, bool isSure)
    {
        current = new(text, RollNames.Key(text), candidates, isSure, heading.Attendance, heading.Reason);
        if (heading.Guests) current.BeGuest();
        entries.Add(current);
    }
}
