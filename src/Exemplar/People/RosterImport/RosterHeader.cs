using Exemplar.Documents.Sheets;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

/// <summary>A column and how the office words its heading.</summary>
public sealed record HeadedColumn(int Index, string Heading);

/// <summary>
/// Which column says what. Several columns may say the status (身份 beside 政治面貌);
/// <paramref name="StandingHeading"/> tells what 是 and 否 mean under 是否退休.
/// </summary>
/// <param name="Asked">Columns that are unsure, with what they are taken for.</param>
/// <param name="Doubts">What must be said before anything is imported, in sentences.</param>
public sealed record RosterHeader(int LastRow, IReadOnlyDictionary<RosterColumn, int> Columns, IReadOnlyList<HeadedColumn> Status, string StandingHeading, IReadOnlyList<string> Private, IReadOnlyList<string> Unused, IReadOnlyList<ColumnQuestion> Asked, IReadOnlyList<string> Doubts)
{
    /// <summary>政治面貌 and 入党时间 stand in one cell.</summary>
    public bool IsJoint => Columns.TryGetValue(RosterColumn.JoinedOn, out var joined) && Status.Any(s => s.Index == joined);

    /// <summary>Whether the heading of 入党时间 tells of 转正 as well: two dates in a cell.</summary>
    public bool SpeaksOfConfirmation { get; init; }

    public static Result<RosterHeader> Find(Sheet sheet)
    {
        var table = RosterTable.Find(sheet);
        return table.Refusal is { } refusal ? refusal : Of(table.Value!, ColumnWords.None);
    }

    public static RosterHeader Of(RosterTable table, ColumnWords words) => new HeaderReader(table, words).Read();
}
