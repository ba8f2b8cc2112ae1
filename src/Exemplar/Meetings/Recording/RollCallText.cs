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
    private readonly NamedTogether together = new();
    private RollCallEntry? current;

    /// <summary>What the heading before these names says of all of them.</summary>
    private Heading heading = Heading.None;
    private bool headingStays;

    /// <param name="IsSaid">There is one.</param>
    private sealed record Heading(Attendance Attendance, string Reason, bool Guests, bool IsSaid)
    {
        public static readonly Heading None = new(Attendance.Present, "", false, false);
    }

    private RollCallText(RollNames names) => this.names = names;

    public static RollCall Read(string text, IReadOnlyList<RollPlace> roll) => Read(text, new RollNames(roll));

    /// <summary>For many lists of one roll.</summary>
    internal static RollCall Read(string text, RollNames names)
    {
        var reader = new RollCallText(names);
        foreach (var (beginsLine, words) in RollCallTokens.Parts(text)) reader.Take(words, beginsLine);
        return RollCall.Of(reader.entries, names.Roll);
    }

    private void Take(List<RollCallToken> words, bool beginsLine)
    {
        current = null;
        together.Clear();
        if (!(headingStays && beginsLine && words.Count > 0)) (heading, headingStays) = (Heading.None, false);
        var before = entries.Count;
        for (var n = 0; n < words.Count; n++)
        {
            if (words[n].IsNumber)
            {
                current = null;
                together.Clear();
            }
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
        void Begin(string name, IReadOnlyList<RollPlace> meant, bool isSure, RollCallEntry? behind = null, bool within = false) => this.Begin(name, meant, isSure, within || word.IsJoined, isFirst, behind);

        if (word.InBrackets) Note(word.Text);
        else if (names.Split(word.Text) is { Count: > 0 } found)
        {
            for (var n = 0; n < found.Count; n++)
            {
                Begin(found[n].Name, names.Called(found[n].Name), isSure: true, within: n > 0);
                if (found[n].After.Length > 0) Note(found[n].After);
            }
        }
        else if (AsksLeaveFor(word.Text)) return;
        else if (!word.BeforeColon && names.FamiliarWithNote(word.Text, RollCallWords.IsNote) is var (name, meant, after))
        {
            Begin(name, meant, isSure: false);
            Note(after);
        }
        else if (isFirst && !word.BeforeColon && RollCallWords.PostWithNote(word.Text) is var (post, said))
        {
            Begin(post, [], isSure: false);
            Note(said);
        }
        else if ((isFirst || IsHeadingAmidst(words, at)) && RollCallWords.IsHeading(word.Text)) Head(word.Text);
        else if (RollCallWords.AttendanceOf(word.Text) is not null || RollCallWords.IsNoise(word.Text)) Note(word.Text);
        else if (names.Near(word.Text) is { Count: > 0 } near) Begin(word.Text, near, isSure: false);
        else if (RollCallWords.IsPersonal(word.Text)) Begin(word.Text, [], isSure: false, behind: isNumbered || word.IsJoined ? null : current);
        else if ((isNumbered || current is null) && names.Familiar(word.Text) is { Count: > 0 } familiar) Begin(word.Text, familiar, isSure: false);
        else if (names.Beginning(word.Text) is var (known, rest))
        {
            Begin(known, names.Called(known), isSure: true);
            Note(rest);
        }
        else if (isNumbered && word.Text.Length <= LongestNickname && !RollCallWords.MayPrecedeName(word.Text)) Begin(word.Text, [], isSure: false);
        else Note(word.Text);
    }

    /// <summary>张三、李娜 请假：李四 — and not 李四 请假：出差.</summary>
    private bool IsHeadingAmidst(List<RollCallToken> words, int at) => words[at].BeforeColon && at + 1 < words.Count && names.Split(words[at + 1].Text).Count > 0;

    private void Head(string words)
    {
        headingStays = false;
        heading = new(RollCallWords.AttendanceOf(words) ?? Attendance.Present, RollCallWords.AttendanceOf(words) is null ? "" : RollCallWords.ReasonIn(words), RollCallWords.AttendanceOf(words) is null && RollCallWords.IsGuest(words), true);
    }

    /// <param name="joined">Named together with whoever stands before it.</param>
    private void Begin(string text, IReadOnlyList<RollPlace> candidates, bool isSure, bool joined, bool opens, RollCallEntry? behind = null)
    {
        current = new(text, RollNames.Key(text), candidates, isSure, heading.Attendance, heading.Reason) { Behind = behind is { IsSure: true, Candidates: [var one] } ? one : null };
        if (heading.Guests) current.BeGuest();
        entries.Add(current);
        together.Add(current, joined, opens);
    }

    private void Note(string text)
    {
        if (AsksLeaveFor(text) || current is null) return;
        var note = FullStops(text);
        current.Note(note);
        if (!heading.IsSaid) together.Note(note);
    }

    /// <summary>替王五请假，他住院: it is 王五 who is on leave. Without a word of leave, what it means is asked.</summary>
    private bool AsksLeaveFor(string text)
    {
        if (RollCallWords.OnBehalf(text) is not { Length: > 0 } said) return false;
        string after;
        together.Clear();
        if (names.StartOf(said) is { } name)
        {
            after = RollNames.Key(said)[name.Length..];
            Begin(name, names.Called(name), isSure: true, joined: false, opens: false);
        }
        else if (names.FamiliarWithNote(said, _ => true) is var (familiar, meant, rest))
        {
            after = rest;
            Begin(familiar, meant, isSure: false, joined: false, opens: false);
        }
        else return false;

        if (RollCallWords.AttendanceOf(after) is null) current!.Note(FullStops(text));
        else foreach (var note in after.Split(',', StringSplitOptions.RemoveEmptyEntries)) current!.Note(FullStops(note));
        return true;
    }

    /// <summary>Chinese signs again: what is noted goes into the record.</summary>
    private static string FullStops(string text) => text.Replace(',', '，').Replace('?', '？').Replace('!', '！');
}
