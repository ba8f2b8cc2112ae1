using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;

namespace Exemplar.People.RosterImport;

/// <summary>Tells rows of people from notes, repeated headings, sums and the lines that divide a table.</summary>
internal sealed partial class RowSorter(int nameColumn, string section = "")
{
    private static readonly string[] NoteStarts = ["注", "备注", "说明", "填表", "制表", "审核", "合计", "总计", "小计", "共计", "单位(盖章", "填报", "联系人", "负责人", "统计", "截止", "以下空白"];

    private string? branch;
    private string? department;

    public List<TableRow> Sort(IEnumerable<SheetRow> rows)
    {
        if (section.Length > 0) TakeSection(section);
        if (section.Length > 0 && branch is null && department is null) branch = NamedUnits.In(section);
        return [.. rows.Where(IsPerson).Select(r => new TableRow(r, branch, department))];
    }

    private bool IsPerson(SheetRow row)
    {
        var name = RosterLineReader.PersonName(RosterLineReader.Said(row[nameColumn]));
        return !name.EndsWith("(示例)", StringComparison.Ordinal) && !IsNote(row, name);
    }

    private bool IsNote(SheetRow row, string name)
    {
        if (RosterHeadings.Recognise(name) is RosterColumn.Name) return true;   // the heading again, as printed on each page

        var texts = row.Cells.Where(c => c.Kind is not CellKind.Empty).Select(c => c.Text).ToList();
        var first = HalfWidth.Of(texts[0]).Trim();
        var isLone = texts.Count == 1 && (name.Length == 0 || !RosterLineReader.IsNameLike(name));   // a remark, or a running number with nobody
        var isOneSentence = texts.Count >= 3 && texts.TrueForAll(t => t == texts[0]);   // merged over the whole width
        if (isLone || isOneSentence) TakeSection(first);
        return isLone || isOneSentence || NoteStarts.Any(start => first.StartsWith(start, StringComparison.Ordinal) && (first.Length > 3 || first == start));
    }

    /// <summary>A table may be divided by lines such as “一、第一党支部（12人）”: they say where the people below belong.</summary>
    private void TakeSection(string text)
    {
        var unit = RosterHeadings.Plain(SectionNumber().Replace(text, ""));
        if (unit.Length is < 2 or > 30) return;
        if (unit.EndsWith("支部", StringComparison.Ordinal)) branch = unit;
        else if (unit[^1] is '科' or '处' or '室' or '局') department = unit;
    }

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]+|\d+)[、.．]\s*")]
    private static partial Regex SectionNumber();
}
