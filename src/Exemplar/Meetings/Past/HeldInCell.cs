using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>One of the meetings that a cell of days tells of: 一组1.15，二组1.14 or 1月20日，3人；3.18（3人）.</summary>
/// <param name="Group">The words that name its Party group; empty for none.</param>
/// <param name="Came">The words that say how many came; empty for none.</param>
internal sealed partial record HeldInCell(WhenHeld When, string Group, string Came, bool IsNotHeld)
{
    /// <summary>One, with all of its days, where the cell says no more than days.</summary>
    /// <param name="month">The month that is meant where only days stand.</param>
    /// <param name="yearOf">The year that is meant for a month where none stands.</param>
    public static List<HeldInCell> Read(Cell cell, int? month, Func<int, int?> yearOf)
    {
        var isNumbered = cell.Kind is CellKind.Text && Circled().IsMatch(cell.Text);
        if (isNumbered) cell = cell with { Text = Circled().Replace(cell.Text, "\n").Trim() };   // ①3月12日…②3月25日…
        var text = GroupByNumber().Replace(HalfWidth.Of(cell.Text), "第${n}党小组");   // 第二：3.13
        if (cell.Kind is CellKind.Text) cell = cell with { Text = text };
        if (HeldOrNot.IsNotHeld(text) || (HeldOrNot.SaysNotHeld(text, hasDay: false) && !AnyDay().IsMatch(text))) return [new(NoDay, "", "", true)];
        if (cell.Kind is not CellKind.Text || !(isNumbered || SaysMore().IsMatch(text))) return [new(WhenHeld.Read(cell, month, yearOf), "", "", false)];

        List<HeldInCell> said = [];
        int? yearNow = null;
        foreach (var (group, piece) in Labelled(Pieces(text)))
        {
            var one = OfPiece(group, piece, month, m => yearNow ?? yearOf(m));
            if (one.When.Days is [.., var last])
            {
                month = last.First.Month;
                if (YearWritten().IsMatch(piece)) yearNow = last.First.Year;
            }
            said.Add(one);
        }
        // One of them is not understood: then the cell as a whole is asked about.
        return said.TrueForAll(s => s.IsNotHeld || s.When.Days.Count > 0) ? Counted(said) : [new(WhenHeld.Read(cell, month, yearOf), "", "", false)];
    }

    /// <summary>Which of its group's in the cell, from 0, and how many those are.</summary>
    private (int Index, int Held) OfGroup { get; init; }

    private static List<HeldInCell> Counted(List<HeldInCell> said)
    {
        Dictionary<string, int> before = [];
        var held = said.Where(s => !s.IsNotHeld).GroupBy(s => s.Group).ToDictionary(g => g.Key, g => g.Count());
        return said.ConvertAll(one =>
        {
            var index = before.GetValueOrDefault(one.Group);
            if (!one.IsNotHeld) before[one.Group] = index + 1;
            return one with { OfGroup = (index, held.GetValueOrDefault(one.Group)) };
        });
    }

    /// <summary>The line with what the cell and the columns beside it say of this meeting.</summary>
    /// <param name="index">Which of those held, from 0; of one that was not held, how many before it were.</param>
    /// <param name="held">How many were held.</param>
    public PastLine With(PastLine line, RowWords row, KindColumn column, int index, int held)
    {
        string Beside(PastColumn part) => column.With.TryGetValue(part, out var at) ? Share(RowWords.Clean(row.Cell(at)), index, held) : "";
        string Or(PastColumn part, string said) => Beside(part) is { Length: > 0 } own ? own.Replace('\n', ' ') : said;
        var numbers = (Who: string.Join(',', ((string[])[Came, Beside(PastColumn.Who), Beside(PastColumn.Numbers)]).Where(w => w.Length > 0)), Due: Beside(PastColumn.Due), Present: Beside(PastColumn.Present), Away: Beside(PastColumn.Away));
        return line with
        {
            Group = Group.Length > 0 ? Group : line.Group,
            Topic = line.Topic.Length > 0 ? line.Topic : Or(PastColumn.Topic, When.Aside),
            Content = Or(PastColumn.Content, line.Content),
            Place = Or(PastColumn.Place, line.Place),
            Chair = Or(PastColumn.Chair, line.Chair),
            Lecturer = Or(PastColumn.Lecturer, line.Lecturer),
            Recorder = Or(PastColumn.Recorder, line.Recorder),
            Came = string.Concat(numbers.Who, numbers.Due, numbers.Present, numbers.Away).Length > 0 ? WhoCame.Read(numbers.Who, numbers.Due, numbers.Present, numbers.Away) : line.Came,
        };
    }

    /// <summary>Of 一组6，二组5 the number of this group, of 3、4 that of this turn; nothing where the cell has not one for each.</summary>
    private string Share(string text, int index, int held)
    {
        if (held <= 1 && !Between().IsMatch(text)) return WithoutGroup(text);
        var parts = Between().Split(text).Where(p => p.Trim().Length > 0).ToList();
        List<string> mine = Group.Length > 0 ? [.. Labelled(parts).Where(p => p.Group.Length > 0 && GroupWords.AreSame(p.Group, Group)).Select(p => WithoutGroup(p.Text))] : [];
        if (mine.Count > 0) return OfGroup.Held <= 1 ? string.Join(',', mine) : mine.Count == OfGroup.Held && mine.TrueForAll(m => m.Any(char.IsAsciiDigit)) ? mine[OfGroup.Index] : "";
        return held <= 1 ? text : parts.Count == held && index < held ? WithoutGroup(parts[index]) : "";
    }

    /// <summary>Each with its group: one that stands before a day, 一组：1.13、2.10, holds until another is named; one behind it, 1.13（一组）, is of that day alone.</summary>
    private static IEnumerable<(string Group, string Text)> Labelled(IEnumerable<string> pieces)
    {
        var holds = "";
        foreach (var piece in pieces)
        {
            var named = GroupWords.In(piece) ?? GroupWords.Before(piece) ?? "";
            if (named.Length > 0) holds = piece.TrimStart(' ', '(', '\n').StartsWith(named, StringComparison.Ordinal) ? named : "";
            yield return (named.Length > 0 ? named : holds, piece);
        }
    }

    /// <summary>Whether the cell says beside its days how many came.</summary>
    public static bool TellsHowMany(Cell cell) => cell.Kind is CellKind.Text && HowMany().IsMatch(HalfWidth.Of(cell.Text));

    private static HeldInCell OfPiece(string group, string piece, int? month, Func<int, int?> yearOf)
    {
        var rest = WithoutGroup(piece);
        if (!AnyDay().IsMatch(rest) && HeldOrNot.SaysNotHeld(rest, hasDay: false)) return new(NoDay, group, "", true);
        var came = string.Join(',', HowMany().Matches(rest).Select(m => m.Value));
        var days = EmptyBrackets().Replace(HowMany().Replace(rest, ""), "").Trim(' ', ',', ';', ':', '、', '\n');
        return new(WhenHeld.Read(new Cell(CellKind.Text, days), month, yearOf), group, came, false);
    }

    /// <summary>Each begins with a day, or with a group; what follows before the next belongs to it.</summary>
    private static List<string> Pieces(string text)
    {
        List<string> pieces = [];
        var (from, mark) = (0, "");
        foreach (var (at, length) in Between().Matches(text).Select(m => (m.Index, m.Length)).Append((text.Length, 0)))
        {
            var part = text[from..at];
            if (part.Trim().Length > 0)
            {
                if (pieces.Count == 0 || Begins().IsMatch(part)) pieces.Add(part);
                else pieces[^1] += (mark == "\n" ? "," : mark) + part;   // as it was written
            }
            (from, mark) = (at + length, text.Substring(at, length));
        }
        return pieces;
    }

    private static string WithoutGroup(string text) => (GroupWords.In(text) ?? GroupWords.Before(text)) is { } group ? EmptyBrackets().Replace(text.Replace(group, "", StringComparison.Ordinal), "").Trim(' ', ':', ',') : text;

    private static readonly WhenHeld NoDay = new([], "", "");

    [GeneratedRegex(@"第(?<n>[一二三四五六七八九十])(?=\s*:\s*\d)")]
    private static partial Regex GroupByNumber();

    [GeneratedRegex("\\s*[①-⑳]\\s*")]
    private static partial Regex Circled();

    [GeneratedRegex(@"[人组(未]|[应实]到|到会")]
    private static partial Regex SaysMore();

    // Outside of brackets.
    [GeneratedRegex(@"[、,;\n](?![^()]*\))")]
    private static partial Regex Between();

    [GeneratedRegex(@"^\s*(?:\(?第?[一二三四五六七八九十\d]{1,2}(?:党?小组|组)|[\u4e00-\u9fff]{1,8}组\s*:|(?:20\d\d\s*[年./-]\s*)?\d{1,2}\s*(?:月|[./])\s*\d{1,2}(?!\d)|20\d{6}(?!\d)|\d{1,2}[日号])")]
    private static partial Regex Begins();

    [GeneratedRegex(@"\d{1,2}\s*(?:月|[./])\s*\d{1,2}|20\d{6}|\d{1,2}[日号]")]
    private static partial Regex AnyDay();

    [GeneratedRegex(@"(?:(?:应|实)?(?:到|参加|出席)(?:会)?|(?<=^|[\s,;(日号])(?:共|计)?)\s*\d{1,4}\s*[人名](?:参加|参会|到会|出席)?|[应实](?:到|参加)\s*\d{1,4}|(?<=[\d日号午]\s*\()\s*\d{1,4}\s*人?\s*/\s*\d{1,4}\s*人?\s*(?=\))")]
    private static partial Regex HowMany();

    [GeneratedRegex(@"\(\s*[,、;]*\s*\)")]
    private static partial Regex EmptyBrackets();

    [GeneratedRegex(@"20\d\d")]
    private static partial Regex YearWritten();
}
