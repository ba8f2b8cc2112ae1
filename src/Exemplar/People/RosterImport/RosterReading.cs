using Exemplar.Documents.Sheets;
using Exemplar.People.RosterSheets;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

/// <summary>Something to say about the sheet: an error stops the import, a hint is only shown.</summary>
public sealed record Finding(int Row, int? Column, string Sentence, bool IsError)
{
    public string Text => Row == 0 ? Sentence : Column is { } c ? $"{RowPlace.InWords(Row)} {Sheet.Letter(c)} 列：{Sentence}" : $"{RowPlace.InWords(Row)}：{Sentence}";

    /// <summary>Said where the row is in view already.</summary>
    public string AtColumn => Column is { } c ? $"{Sheet.Letter(c)} 列：{Sentence}" : Sentence;
}

/// <summary>One person as the sheet has them. What the sheet leaves empty is null and changes nothing.</summary>
public sealed record RosterLine(int Row, string Name)
{
    public Sex? Sex { get; init; }
    public DateOnly? BirthMonth { get; init; }
    public PartialDate? JoinedOn { get; init; }
    public PartialDate? ConfirmedOn { get; init; }
    public MemberStatus? Status { get; init; }

    /// <summary>Whether the sheet says that this is, or is not, a member; null when it is silent.</summary>
    public bool? IsMember { get; init; }

    /// <summary>The status was concluded from the dates; whoever is on the roster keeps theirs.</summary>
    public bool IsStatusDerived { get; init; }
    public bool? IsRetired { get; init; }
    public string? Branch { get; init; }
    public string? Department { get; init; }

    /// <summary>Since when they belong to the branch, as 备注 says (2026年5月由…转入); null when it does not.</summary>
    public PartialDate? CameOn { get; init; }

    /// <summary>党小组: it is founded below the branch where there is none of the name.</summary>
    public string? Group { get; init; }

    /// <summary>What stands under 党内职务, in the sheet's words.</summary>
    public string? PartyPosts { get; init; }

    /// <summary>A finding says what; the line is shown, and nothing is imported.</summary>
    public bool IsWrong { get; init; }
}

/// <summary>What a sheet of an office's own says, before anybody asks what is on the roster already.</summary>
public sealed record RosterReading(RosterHeader Header, IReadOnlyList<RosterLine> Lines, IReadOnlyList<Finding> Findings)
{
    /// <summary>Of a file that came back with others; null for a register of an office's own.</summary>
    public ReturnedRoster? Sheet { get; init; }

    /// <summary>A file that came back and of which nothing was read.</summary>
    public static RosterReading Nothing(ReturnedRoster file) => new(new(0, new Dictionary<RosterColumn, int>(), [], "", [], [], [], []), [], []) { Sheet = file };

    public static Result<RosterReading> Of(Sheet sheet, DateOnly today) =>
        Of([sheet], today);

    public static Result<RosterReading> Of(IReadOnlyList<Sheet> sheets, DateOnly today) =>
        RosterBook.Find(sheets) is var found && found.Refusal is { } refusal ? refusal : Of(found.Value.Table, ColumnWords.None, today, found.Value.Told);

    /// <param name="words">What somebody said that columns mean.</param>
    /// <param name="first">What is to be said of the file as a whole.</param>
    public static Result<RosterReading> Of(RosterTable table, ColumnWords words, DateOnly today, IEnumerable<Finding> first)
    {
        if (table.Rows.Count == 0) return new Refusal("表头下面没有人员");
        var header = RosterHeader.Of(table, words);
        var reader = new RosterLineReader(header, today);
        List<RosterLine> lines = [.. table.Rows.Select(reader.Read)];
        return new RosterReading(header, lines, [.. first, .. header.Doubts.Select(d => new Finding(0, null, d, IsError: true)), .. reader.Findings, .. reader.UnusedRemarks()]);
    }

    internal const string SeveralSheets = "工作簿里有几张表";
}
