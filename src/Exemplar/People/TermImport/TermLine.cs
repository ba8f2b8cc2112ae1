using Exemplar.Documents.Sheets;
using Exemplar.Organization;

namespace Exemplar.People.TermImport;

/// <summary>Somebody whom an election put on a committee, as the sheet names them.</summary>
public sealed record TermSeat(string Name, PostKind Kind);

/// <summary>Something worth a look at a place of a file; it stops nothing.</summary>
public sealed record TermRemark(string Sheet, int Row, string Sentence)
{
    public string Text => Row > 0 ? $"“{Sheet}”表第 {Row} 行：{Sentence}" : $"“{Sheet}”表：{Sentence}";
}

/// <summary>One election as the file has it. What it does not say, or nobody can read, is null or empty.</summary>
public sealed record TermLine(string Sheet, int Row)
{
    public string Key => $"{Sheet}!{Row}";

    /// <summary>第 3 行, or with the name of its sheet where the file has several.</summary>
    public string Place => $"“{Sheet}”表第 {Row} 行";
    public string Unit { get; init; } = "";
    public PartialDate? ElectedOn { get; init; }

    /// <summary>What stands where the day should, when it cannot be read.</summary>
    public string NoDay { get; init; } = "";

    /// <summary>When the sheet says that the term ends.</summary>
    public PartialDate? Ends { get; init; }

    /// <summary>What stands there when it cannot be read.</summary>
    public string NoEnd { get; init; } = "";
    public int? Years { get; init; }

    /// <summary>The day to which its note says that the superior put off the next one.</summary>
    public DateOnly? ExtendedTo { get; init; }

    /// <summary>A note that speaks of putting it off and names no approved day; empty for none.</summary>
    public string PutOff { get; init; } = "";
    public IReadOnlyList<TermSeat> Seats { get; init; } = [];

    /// <summary>The document by which the superior approved it.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Why nothing is imported of it; empty where something is.</summary>
    public string LeftOut { get; init; } = "";
}

/// <summary>What a file says, before anybody asks what is on record already.</summary>
/// <param name="Private">Columns that were dropped because nobody may store them here.</param>
/// <param name="Unused">Columns that say nothing of a term.</param>
/// <param name="Open">Columns of which somebody may say, or has said, what they are.</param>
public sealed record TermReading(IReadOnlyList<TermLine> Lines, IReadOnlyList<TermRemark> Remarks, IReadOnlyList<string> Private, IReadOnlyList<string> Unused, IReadOnlyList<TermHeading> Open)
{
    /// <summary>Refused when no sheet has a heading that is understood, or none has an election below it. Pure: the same file says the same.</summary>
    /// <param name="said">What somebody said of columns, by <see cref="TermHeading.Key"/>.</param>
    public static Result<TermReading> Of(IReadOnlyList<Sheet> sheets, IReadOnlyDictionary<string, TermColumn>? said = null)
    {
        said ??= new Dictionary<string, TermColumn>();
        List<TermHeading> open = [];
        List<TermLine> lines = [];
        List<TermRemark> remarks = [];
        HashSet<string> dropped = [], unused = [];
        var headed = 0;
        foreach (var sheet in sheets)
        {
            if (TermHeader.Find(sheet, said) is not { } header)
            {
                remarks.Add(new(sheet.Name, 0, "没有找到表头，整张表没有读"));
                continue;
            }
            headed++;
            lines.AddRange(new TermSheetReader(sheet, header).Read());
            dropped.UnionWith(header.Private);
            unused.UnionWith(header.Unused);
            open.AddRange(header.Open);
        }
        if (headed == 0) return new Refusal("没有找到表头。表头里要有“换届时间”或“届满时间”一列，和支部、书记等至少一列");
        if (lines.Count == 0) return new Refusal("表头下面没有换届记录");
        return new TermReading(lines, remarks, [.. dropped], [.. unused], [.. open.DistinctBy(h => h.Key)]);
    }
}
