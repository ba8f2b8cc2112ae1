using Exemplar.Meetings.BranchSheets;

namespace Exemplar.Meetings.Past;

/// <summary>Something to say about a place of the file.</summary>
/// <param name="Column">Counted from 0; null for the row as a whole, or with row 0 for the sheet.</param>
public sealed record PastRemark(string Sheet, int Row, int? Column, string Sentence)
{
    /// <summary>Of which file, where several were handed in together.</summary>
    public string File { get; init; } = "";

    public string Text => $"{Place(Sheet, Row, Column)}：{Sentence}";

    /// <summary>“3月”表第 5 行 C 列</summary>
    public static string Place(string sheet, int row, int? column = null) =>
        $"“{sheet}”表{(row > 0 ? $"第 {row} 行" : "")}{(column is { } c ? $" {Documents.Sheets.Sheet.Letter(c)} 列" : "")}";
}

/// <summary>One meeting as the file has it. What it does not say, or nobody can read, is null or empty.</summary>
/// <param name="Ordinal">Which meeting of its row, from 0: a row may tell of several.</param>
public sealed record PastLine(string Sheet, int Row, int Ordinal)
{
    public string Key => $"{Filled?.File}{Sheet}!{Row}!{Ordinal}";

    /// <summary>Where it stands, with the file where several were handed in together.</summary>
    public string At => $"{(Filled is { } filled ? $"《{filled.File}》" : "")}{PastRemark.Place(Sheet, Row)}";

    /// <summary>What a branch sheet says beyond a register; null for a line of a register.</summary>
    public FilledRow? Filled { get; init; }

    public HeldDays? Days { get; init; }

    /// <summary>Why there is no day; empty where one was read.</summary>
    public string NoDay { get; init; } = "";

    /// <summary>The column in which the date, the kind or the branch is asked for.</summary>
    public int? DateColumn { get; init; }
    public int? KindColumn { get; init; }
    public int? UnitColumn { get; init; }
    public int? WhoColumn { get; init; }

    /// <summary>A key of the kinds of meetings.</summary>
    public string? Kind { get; init; }

    /// <summary>What stands where the kind should.</summary>
    public string KindWords { get; init; } = "";
    public string Unit { get; init; } = "";

    /// <summary>Of a Party group's meeting: which group of the branch, in the words of the row.</summary>
    public string Group { get; init; } = "";

    /// <summary>What the cell says from which it was read; empty where the row tells of one meeting and its cells say what they are.</summary>
    public string Cell { get; init; } = "";

    /// <summary>Held in January to March, and the file says that it is for the year before.</summary>
    public bool ForYearBefore { get; init; }

    /// <summary>Held in January to March, of a kind that may be for the year before, and the file does not say for which.</summary>
    public bool IsOfUnsaidYear { get; init; }
    public string Topic { get; init; } = "";
    public string Content { get; init; } = "";
    public string Place { get; init; } = "";
    public string Chair { get; init; } = "";
    public string Lecturer { get; init; } = "";
    public string Recorder { get; init; } = "";
    public WhoCame Came { get; init; } = new(null, null, false, "", "");

    /// <summary>The row in the file's own words, one line for each column that may be kept.</summary>
    public string Text { get; init; } = "";

    /// <summary>Why nothing is imported of it; empty where something is.</summary>
    public string LeftOut { get; init; } = "";
}

/// <summary>What a file says, before anybody asks what is on record already.</summary>
/// <param name="Remarks">Worth a look; none stops anything.</param>
/// <param name="Private">Columns that were dropped because nobody may store them here.</param>
/// <param name="Unused">Columns that say nothing of a meeting.</param>
public sealed record PastReading(IReadOnlyList<PastLine> Lines, IReadOnlyList<PastRemark> Remarks, IReadOnlyList<string> Private, IReadOnlyList<string> Unused)
{
    /// <summary>The branch sheets that were handed in together; none for a register.</summary>
    public IReadOnlyList<ReturnedSheet> Sheets { get; init; } = [];
}
