using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;
using Exemplar.Organization;
using Exemplar.People.RosterImport;

namespace Exemplar.People.TermImport;

/// <summary>Reads the rows below the heading of one sheet: an election in each, or one over several rows, a member of the committee in each.</summary>
internal sealed partial class TermSheetReader(Sheet sheet, TermHeader header)
{
    private const int LongestBasis = 60;
    private static readonly TermColumn[] Spans = [TermColumn.Span, TermColumn.Years, TermColumn.Elected];
    private static readonly string[] NoteStarts = ["注:", "注1", "备注:", "说明", "填表", "制表", "审核", "合计", "总计", "小计", "共计", "填报", "联系人", "统计", "截止", "以下空白", "单位(盖章"];

    private readonly List<TermLine> lines = [];
    private readonly string titled = sheet.Rows.Where(r => r.Number < header.First).SelectMany(r => CellWords.Texts(r)).Append(sheet.Name).Select(NamedUnits.In).FirstOrDefault(u => u is not null) ?? "";
    private SheetRow? above;
    private string section = "";

    public List<TermLine> Read()
    {
        foreach (var row in sheet.Rows.Where(r => r.Number > header.Last)) Read(row);
        return lines.ConvertAll(l => l with { Seats = TermSeats.Once(l.Seats) });
    }

    private void Read(SheetRow row)
    {
        var texts = CellWords.Texts(row);
        if (NoteStarts.Any(n => texts[0].StartsWith(n, StringComparison.Ordinal)) || IsHeading(row)) return;
        if (texts.Distinct().Count() == 1 && !(above is not null && Seats(row).Any()))
        {
            if (NamedUnits.In(texts[0]) is { } unit) section = unit;
            return;
        }
        if (IsMoreOf(row))
        {
            lines[^1] = lines[^1] with { Seats = [.. lines[^1].Seats, .. Seats(row)] };
            return;
        }
        var line = LineOf(row);
        above = row;
        if (line.ElectedOn is not null || line.NoDay.Length + line.NoEnd.Length > 0 || line.Ends is not null || line.Seats.Count > 0 || line.LeftOut.Length > 0) lines.Add(line);
        else above = null;   // a running number with nothing behind it
    }

    /// <summary>The heading again, as it is printed on each page.</summary>
    private bool IsHeading(SheetRow row) => header.Headings.Where((heading, i) => heading.Length > 0 && row[i].Text == heading).Take(2).Count() == 2;

    /// <summary>The same branch and the same day, or neither, and one more of its committee.</summary>
    private bool IsMoreOf(SheetRow row)
    {
        if (above is null || lines.Count == 0 || !Seats(row).Any()) return false;
        TermColumn[] of = [TermColumn.Unit, TermColumn.Elected, TermColumn.Span, TermColumn.Years, TermColumn.Ends];
        return of.All(c => header.Text(row, c).Length == 0 || header.Cell(row, c) == header.Cell(above, c)) && (header.Has(TermColumn.Name) || of.All(c => header.Text(row, c).Length == 0));
    }

    private TermLine LineOf(SheetRow row)
    {
        var said = header.Text(row, TermColumn.Elected);
        var (elected, ends) = (TermDates.Read(header.Cell(row, TermColumn.Elected)), TermDates.Read(header.Cell(row, TermColumn.Ends)));
        if (Spans.Select(c => TermDates.Span(header.Cell(row, c))).FirstOrDefault(s => s is not null) is var (first, last)) (elected, ends) = (elected ?? first, ends ?? last);
        return new(sheet.Name, row.Number)
        {
            Unit = UnitOf(row),
            ElectedOn = elected,
            NoDay = elected is null ? PrivateText.Quote(said.Length > 0 ? said : header.Has(TermColumn.Elected) ? "" : header.Text(row, TermColumn.Span)) : "",
            Ends = ends,
            NoEnd = ends is null ? PrivateText.Quote(header.Text(row, TermColumn.Ends)) : "",
            ExtendedTo = TermDates.Extended(header.Text(row, TermColumn.Notes)),
            PutOff = header.Text(row, TermColumn.Notes) is var note && TermDates.Extended(note) is null && TermDates.SpeaksOfPuttingOff(note) ? FullWidth.Marks(PrivateText.Quote(note)) : "",
            Years = TermDates.Years(header.Cell(row, TermColumn.Years)),
            Seats = [.. Seats(row)],
            Basis = header.Text(row, TermColumn.Basis) is { Length: <= LongestBasis } basis ? basis.Replace('\n', ' ') : "",
            LeftOut = ByElection(row) is { } filled ? $"补选，不是换届，届期不变（{PrivateText.Quote(filled)}）；补选的任职请在单位页登记" : NotYet().IsMatch(said) || (said.Length == 0 && NotYet().IsMatch(header.Text(row, TermColumn.Notes))) ? $"没有换届（{PrivateText.Quote(said.Length > 0 ? said : header.Text(row, TermColumn.Notes))}）" : "",
        };
    }

    /// <summary>The words that say that one seat was filled within the term; null where a whole committee was elected. A row with a term of its own may only mention it.</summary>
    private string? ByElection(SheetRow row)
    {
        var hasTerm = Spans.Append(TermColumn.Ends).Any(c => c is not TermColumn.Elected && header.Text(row, c).Length > 0);
        return CellWords.Texts(row).Find(t => Unchanged().IsMatch(t) || (!hasTerm && FilledSeat().IsMatch(t)));
    }

    /// <summary>The cell says it; an election below another of one branch leaves it empty; else the section, the title or the sheet's name.</summary>
    private string UnitOf(SheetRow row)
    {
        var unit = header.Text(row, TermColumn.Unit).Replace('\n', ' ');
        return unit.Length > 0 ? unit : header.Has(TermColumn.Unit) && lines.Count > 0 && section.Length == 0 ? lines[^1].Unit : section.Length > 0 ? section : titled;
    }

    private IEnumerable<TermSeat> Seats(SheetRow row)
    {
        foreach (var (column, kind) in TermHeadings.Posts)
            foreach (var seat in TermSeats.Read(header.Text(row, column), kind)) yield return seat;
        if (header.Text(row, TermColumn.Name) is not { Length: > 0 } name) yield break;
        var kinds = TermSeats.KindsIn(header.Text(row, TermColumn.Post));
        foreach (var kind in kinds.Count > 0 ? kinds : [PostKind.CommitteeMember])
            foreach (var seat in TermSeats.Read(name, kind)) yield return seat;
    }

    [GeneratedRegex("(?:届期|任期|届满(?:时间|日期)?)不变")]
    private static partial Regex Unchanged();

    [GeneratedRegex("补选|增补|增选|届中调整")]
    private static partial Regex FilledSeat();

    [GeneratedRegex("^(?:未|尚未|没有|暂未|还未)(?:换届|选举|开展|到期|成立)|^新成立|^未到换届|^首届未")]
    private static partial Regex NotYet();
}
