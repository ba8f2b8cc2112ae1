using System.Globalization;
using Exemplar.Documents.Sheets;
using Exemplar.Documents.Sheets.Entry;
using Exemplar.Organization;

namespace Exemplar.People.RosterSheets;

/// <summary>Lays the roster sheet of one unit out: a row for each person with what is on record, then empty ones for whoever is new.</summary>
internal static class RosterSheetWriter
{
    private const int HeadingRow = 4;
    public const int FirstRow = HeadingRow + 1;
    private const int FewestEmpty = 12;
    private const int PeoplePerEmpty = 5;
    private const double RowHeight = 22;

    /// <summary>01 第一党支部 名册表 2026-03-10.xlsx</summary>
    public static string FileName(int number, Unit unit, DateOnly on) => Platform.Files.FileStore.CleanName($"{number:D2} {unit.Name} 名册表 {on.Iso()}.xlsx");

    public static byte[] Write(Unit unit, RosterSheetMark mark) => EntryBookWriter.Write([Roster(unit, mark), mark.Write()]);

    private static EntrySheet Roster(Unit unit, RosterSheetMark mark)
    {
        var last = FirstRow + mark.Rows.Count + FewestEmpty + (mark.Rows.Count / PeoplePerEmpty) - 1;
        var wide = Sheet.Letter(RosterSheetWords.Headings.Count - 1);
        string Range(string heading) => $"{RosterSheetWords.LetterOf(heading)}{FirstRow}:{RosterSheetWords.LetterOf(heading)}{last}";
        return new(RosterSheetWords.Roster, [.. RosterSheetWords.Columns.Select(c => c.Width)],
        [
            new([new(EntryLook.Title, $"{unit.Name}名册表（{mark.IssuedOn.InWords()}发出）")], 30),
            new([new(EntryLook.Note, "照实际改：写错的直接改；新来的填在后面的空行里；转到别的支部的，改“所在支部”；调离本单位的，“人员状态”选“调离”，不要删掉这一行。没有变的不用动。")], 22),
            new([new(EntryLook.Note, unit.IsParty ? "这里是本支部的党员。日期写到月也行，例如 2009.7。存盘交回即可，文件名改了不要紧；不要填身份证号、电话。" : "这里是本科室不是党员的人，党员在所在支部的表里。日期写到月也行，例如 1985.7。存盘交回即可，文件名改了不要紧；不要填身份证号、电话。")], 22),
            new([.. RosterSheetWords.Headings.Select(h => new EntryCell(EntryLook.Heading, h))], RowHeight),
            .. mark.Rows.Select(r => new EntryRow([new(EntryLook.Known, r.Number.ToString(CultureInfo.InvariantCulture)), .. r.Cells.Select((text, i) => new EntryCell(LookOf(i + 1), text))], RowHeight)),
            .. Enumerable.Range(0, last - FirstRow - mark.Rows.Count + 1).Select(_ => new EntryRow([new(EntryLook.Known), .. Enumerable.Range(1, RosterSheetWords.Headings.Count - 1).Select(i => new EntryCell(LookOf(i)))], RowHeight)),
        ])
        {
            Frozen = (HeadingRow, 2),
            Merged = [.. Enumerable.Range(1, HeadingRow - 1).Select(row => $"A{row}:{wide}{row}")],
            Rules =
            [
                EntryRule.Choice(Range("性别"), RosterSheetWords.Sexes, "请选男或女"),
                EntryRule.Choice(Range("政治面貌"), RosterSheetWords.Statuses, "请从列表里选"),
                EntryRule.Choice(Range("所在支部"), mark.BranchRange, "没有这个支部。确实是新设的，可以照写", strict: false),
                EntryRule.Choice(Range("科室"), mark.DepartmentRange, "没有这个科室。确实是新设的，可以照写", strict: false),
                EntryRule.Choice(Range("党内职务"), RosterSheetWords.Posts, "不在列表里。任几个职务的，可以照写，中间用顿号", strict: false),
                EntryRule.Choice(Range("人员状态"), RosterSheetWords.Standings, "请从列表里选"),
            ],
        };
    }

    private static EntryLook LookOf(int column) => RosterSheetWords.Headings[column] is "性别" or "政治面貌" or "所在支部" or "科室" or "人员状态" ? EntryLook.Choice : EntryLook.Text;
}
