using System.Buffers;
using System.Text.RegularExpressions;
using Exemplar.Documents;

namespace Exemplar.Campaigns.Reading;

/// <summary>When a span says that something is to be done.</summary>
/// <param name="Doubts">Codes of <see cref="UnsureReasons"/>.</param>
internal sealed record Timing(DateOnly? Due, DateOnly? Starts, DateOnly? Ends, IReadOnlyList<string> Doubts)
{
    private static readonly SearchValues<char> TimeWords = SearchValues.Create("月季年半节旦一");

    public static readonly Timing None = new(null, null, null, []);

    /// <summary>A time is named, even if it could not be resolved.</summary>
    public bool IsNamed => Due is not null || Starts is not null || Ends is not null || Doubts.Count > 0;

    /// <param name="folded">Folded text.</param>
    /// <param name="isTime">The text stands where a time is expected (完成时限：3月), so a bare month or day counts.</param>
    public static Timing Of(ReadOnlySpan<char> folded, YearContext years, bool isTime)
    {
        if (!folded.ContainsAny(TimeWords) && !isTime) return None;
        var found = new Finder(years, isTime);
        var text = folded.ToString();
        if (folded.Contains('月')) found.AddMonths(text);
        if (folded.Contains('年')) found.AddYearEnds(text);
        if (folded.Contains('月')) found.AddMonthEnds(text);
        if (folded.ContainsAny('季', '半')) found.AddQuarters(text);
        if (folded.Contains('前')) found.AddHolidays(text);
        return found.Result(text);
    }

    private sealed class Finder(YearContext years, bool isTime)
    {
        private readonly SortedSet<string> doubts = [];
        private readonly SortedSet<DateOnly> dues = [];
        private DateOnly? starts;
        private DateOnly? ends;

        public void AddMonths(string text)
        {
            // One match at a time: a collection would keep them all.
            for (var match = TimePhrases.Months().Match(text); match.Success; match = match.NextMatch())
            {
                if (match.Groups["r1"].Value is "去" or "上" or "前" || IsPast(text, match.Index)) continue;
                var range = match.Groups["m2"].Success || match.Groups["d2"].Success || match.Groups["p2"].Success;
                if (range) AddRange(match);
                else if (match.Groups["from"].Success || (StartsAfter(text, match.Index) && !match.Groups["before"].Success)) starts ??= Point(match, "1", first: true);
                else if (isTime || IsDeadline(text, match)) AddDue(match);
            }
        }

        public void AddYearEnds(string text)
        {
            for (var match = TimePhrases.YearEnd().Match(text); match.Success; match = match.NextMatch())
                if (match.Groups["r1"].Value is not ("去" or "上") && YearOf(match, "1") is { } year) dues.Add(new(year, 12, 31));
        }

        public void AddMonthEnds(string text)
        {
            if (!TimePhrases.MonthEnd().IsMatch(text)) return;
            if (years.Date is not { } date) doubts.Add(UnsureReasons.NoYear);
            else dues.Add(new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month)));
        }

        public void AddQuarters(string text)
        {
            for (var match = TimePhrases.Quarter().Match(text); match.Success; match = match.NextMatch())
            {
                if (match.Groups["r1"].Value is "去" or "上" || YearOf(match, "1") is not { } year) continue;
                var month = match.Groups["half"].Success ? 6 : 3 * ChineseNumber.Parse(match.Groups["q"].ValueSpan);
                dues.Add(new(year, month, DateTime.DaysInMonth(year, month)));
            }
        }

        public void AddHolidays(string text)
        {
            for (var match = TimePhrases.Holiday().Match(text); match.Success; match = match.NextMatch())
            {
                if (match.Groups["moving"].Success) doubts.Add(UnsureReasons.DateAmbiguous);
                else if (YearOf(match, "1") is { } year)
                    dues.Add(years.MoveOn(new DateOnly(year, HolidayMonth(match), 1).AddDays(-1), false, doubts)!.Value);
            }
        }

        public Timing Result(string text)
        {
            if (dues.Count > 1) doubts.Add(UnsureReasons.SeveralDeadlines);
            if (isTime && dues.Count == 0 && starts is null && ends is null && doubts.Count == 0 && TimePhrases.OpenEnded().IsMatch(text)) doubts.Add(UnsureReasons.OpenEnded);
            return new(dues.Count > 0 ? dues.Max : null, starts, ends, [.. doubts]);
        }

        private static int HolidayMonth(Match match) =>
            match.Groups["new"].Success ? 1 : match.Groups["labour"].Success ? 5 : match.Groups["party"].Success ? 7 : match.Groups["army"].Success ? 8 : 10;

        private void AddDue(Match match)
        {
            var due = years.MoveOn(Point(match, "1", first: false), match.Groups["y1"].Success || match.Groups["r1"].Success, doubts);
            if (match.Groups["p1"].Value == "初") doubts.Add(UnsureReasons.DateAmbiguous);
            if (due is { } date) dues.Add(date);
        }

        private void AddRange(Match match)
        {
            if (ends is not null) return;
            var first = Point(match, "1", first: true);
            if (first is null) return;
            var year = match.Groups["y2"].Success ? int.Parse(match.Groups["y2"].ValueSpan) : match.Groups["r2"].Success ? first.Value.Year + 1 : first.Value.Year;
            var month = match.Groups["m2"].Success ? Number(match.Groups["m2"]) : first.Value.Month;
            if (!match.Groups["y2"].Success && !match.Groups["r2"].Success && month < first.Value.Month) year++;
            var last = Day(year, month, match.Groups["d2"], match.Groups["p2"].Value, first: false);
            if (last is null || last < first) doubts.Add(UnsureReasons.DateAmbiguous);
            else (starts, ends) = (first, last);
        }

        private DateOnly? Point(Match match, string index, bool first) => YearOf(match, index) is { } year
            ? Day(year, Number(match.Groups["m" + index]), match.Groups["d" + index], match.Groups["p" + index].Value, first)
            : null;

        private DateOnly? Day(int year, int month, Group day, string part, bool first)
        {
            if (month is < 1 or > 12) return Doubtful();
            var last = DateTime.DaysInMonth(year, month);
            if (day.Success) return DocumentDates.Date(year, month, int.Parse(day.ValueSpan)) ?? Doubtful();
            return new DateOnly(year, month, part switch
            {
                "上旬" or "初" => first ? 1 : 10,
                "中旬" => first ? 11 : 20,
                "下旬" => first ? 21 : last,
                "底" or "末" => last,
                _ => first ? 1 : last,
            });
        }

        private DateOnly? Doubtful()
        {
            doubts.Add(UnsureReasons.DateAmbiguous);
            return null;
        }

        private int? YearOf(Match match, string index) => years.YearOf(match.Groups["y" + index].Value, match.Groups["r" + index].Value, doubts);

        private static int Number(Group group) => ChineseNumber.Parse(group.ValueSpan);

        private static bool IsDeadline(string text, Match match)
        {
            if (match.Groups["before"].Success || match.Groups["p1"].Success) return true;
            if (!match.Groups["d1"].Success) return false;
            var rest = text.AsSpan(match.Index + match.Length);
            return text.AsSpan(0, match.Index).EndsWith("于") || rest.StartsWith("完成") || rest.StartsWith("报") || rest.StartsWith("提交") || rest.StartsWith("上报");
        }

        private static bool IsPast(string text, int at) => text.AsSpan(0, at).TrimEnd(' ').EndsWith("截至");

        private static bool StartsAfter(string text, int at) => at > 0 && text[at - 1] is '自' or '从';
    }
}
