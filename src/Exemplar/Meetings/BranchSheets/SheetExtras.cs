using System.Globalization;
using Exemplar.Documents.Sheets;
using Exemplar.Meetings.Past;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.BranchSheets;

/// <summary>The columns that only a branch sheet has: times, what of those without a mark, and which year.</summary>
internal sealed class SheetExtras
{
    private readonly PastHeader header;
    private readonly SheetRow row;

    public SheetExtras(PastHeader header, SheetRow row)
    {
        (this.header, this.row) = (header, row);
        (From, To) = (Time(SheetWords.From), Time(SheetWords.To));
        if (From >= To) Errors.Add((At(SheetWords.To), "结束时间不在开始时间之后"));
        var others = Text(SheetWords.Others);
        OthersCame = others == SheetWords.OthersCame;
        if (!OthersCame && others.Length > 0 && others != SheetWords.OnlyNamed) Errors.Add((At(SheetWords.Others), $"“{PrivateText.Quote(others)}”不是列表里的。没选的人都到了选“{SheetWords.OthersCame}”，不是的选“{SheetWords.OnlyNamed}”"));
        IsForYearBefore = Text(SheetWords.YearBefore) == SheetWords.Yes;
    }

    public TimeOnly? From { get; }
    public TimeOnly? To { get; }
    public bool OthersCame { get; }
    public bool IsForYearBefore { get; }
    public List<(int? Column, string Sentence)> Errors { get; } = [];

    public string InWords => string.Join('\n', new[]
    {
        From is { } from ? $"{SheetWords.From}：{from:HH\\:mm}" : "", To is { } to ? $"{SheetWords.To}：{to:HH\\:mm}" : "", OthersCame ? $"{SheetWords.Others}：{SheetWords.OthersCame}" : "",
    }.Where(w => w.Length > 0));

    private int? At(string heading) => Array.FindIndex(header.Headings, h => RosterHeadings.Plain(h) == heading) is >= 0 and var i ? i : null;

    private string Text(string heading) => At(heading) is { } column ? RowWords.Clean(row[column]) : "";

    /// <summary>15:00, or the part of a day that a spreadsheet program keeps for it.</summary>
    private TimeOnly? Time(string heading)
    {
        if (At(heading) is not { } column || row[column].Kind is CellKind.Empty) return null;
        var text = RowWords.Clean(row[column]);
        if (row[column].Kind is CellKind.Number && double.TryParse(text, CultureInfo.InvariantCulture, out var part) && part is >= 0 and < 1) return TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(Math.Round(part * 1440) % 1440));
        if (TimeOnly.TryParseExact(text, ["H:mm", "HH:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        Errors.Add((column, $"“{PrivateText.Quote(text)}”不是时间，请写成 15:00"));
        return null;
    }
}
