using Exemplar.Documents;

namespace Exemplar.Campaigns.Reading;

/// <summary>Collects the times that one text names and settles on one deadline or one span of time.</summary>
internal ref struct TimeFinder(ReadOnlySpan<char> text, YearContext years, bool isTime)
{
    private readonly ReadOnlySpan<char> text = text;
    private TimeDoubts doubts;
    private DateOnly? due;
    private bool namesSeveral;
    private DateOnly? starts;
    private DateOnly? ends;

    public void AddMonths()
    {
        for (var from = 0; MonthPhrases.TryFind(text, from, out var phrase); from = phrase.Span.End)
        {
            if (phrase.From.Relative is '去' or '上' or '前' || IsPast(phrase.Span.Start)) continue;
            if (phrase.To is { } to) AddRange(phrase.From, to);
            else if (phrase.IsFrom || (StartsAfter(phrase.Span.Start) && !phrase.IsBefore)) starts ??= Day(phrase.From, first: true);
            else if (isTime || IsDeadline(phrase)) AddDue(phrase.From);
        }
    }

    public void AddYearEnds()
    {
        foreach (var match in TimePhrases.YearEnd().EnumerateMatches(text))
            if (YearOf(text.Slice(match.Index, match.Length)) is { } year) Note(new(year, 12, 31));
    }

    public void AddMonthEnd()
    {
        if (years.Date is { } date) Note(LastDay(date.Year, date.Month));
        else doubts |= TimeDoubts.NoYear;
    }

    public void AddQuarters()
    {
        foreach (var match in TimePhrases.Quarter().EnumerateMatches(text))
        {
            var phrase = text.Slice(match.Index, match.Length);
            var half = phrase.IndexOf("上半年");
            if ((half == 0 ? years.YearOf(null, '\0', ref doubts) : YearOf(phrase)) is not { } year) continue;
            Note(LastDay(year, half >= 0 ? 6 : 3 * ChineseNumber.Parse(phrase[..phrase.IndexOf('季')].TrimEnd()[^1..])));
        }
    }

    public void AddHolidays()
    {
        foreach (var match in TimePhrases.Holiday().EnumerateMatches(text))
        {
            var month = text.Slice(match.Index, match.Length) switch
            {
                ['元', ..] => 1,
                ['五' or '劳', ..] => 5,
                ['七', ..] or ['建', '党', ..] => 7,
                ['八' or '建', ..] => 8,
                ['国', ..] => 10,
                _ => 0,
            };
            if (month == 0) doubts |= TimeDoubts.DateAmbiguous;
            else if (years.YearOf(null, '\0', ref doubts) is { } year)
                Note(years.MoveOn(new DateOnly(year, month, 1).AddDays(-1), false, ref doubts)!.Value);
        }
    }

    public Timing Result()
    {
        if (namesSeveral) doubts |= TimeDoubts.SeveralDeadlines;
        var nothing = due is null && starts is null && ends is null && doubts == TimeDoubts.None;
        if (nothing && isTime && TimePhrases.OpenEnded().IsMatch(text)) doubts |= TimeDoubts.OpenEnded;
        else if (nothing) return Timing.None;
        return new(due, starts, ends, TimeDoubtCodes.Of(doubts));
    }

    private void Note(DateOnly date)
    {
        namesSeveral |= due is not null && due != date;
        if (due is null || due < date) due = date;
    }

    private void AddDue(MonthPoint point)
    {
        var date = years.MoveOn(Day(point, first: false), point.SaysYear, ref doubts);
        if (point.Part == MonthPart.Beginning) doubts |= TimeDoubts.DateAmbiguous;
        if (date is not null) Note(date.Value);
    }

    private void AddRange(MonthPoint from, MonthPoint to)
    {
        if (ends is not null || Day(from, first: true) is not { } first) return;
        var month = to.Month ?? first.Month;
        // 11月至1月 ends in the next year.
        var next = to.Relative != '\0' || month < first.Month ? 1 : 0;
        var last = Day(to.Year ?? first.Year + next, month, to, first: false);
        if (last is null || last < first) doubts |= TimeDoubts.DateAmbiguous;
        else (starts, ends) = (first, last);
    }

    private DateOnly? Day(MonthPoint point, bool first) =>
        years.YearOf(point.Year, point.Relative, ref doubts) is { } year ? Day(year, point.Month!.Value, point, first) : null;

    private DateOnly? Day(int year, int month, MonthPoint point, bool first)
    {
        if (month is < 1 or > 12) return Doubtful();
        if (point.Day is { } day) return DocumentDates.Date(year, month, day) ?? Doubtful();
        return point.Part switch
        {
            MonthPart.FirstTen or MonthPart.Beginning => new(year, month, first ? 1 : 10),
            MonthPart.MiddleTen => new(year, month, first ? 11 : 20),
            MonthPart.LastTen when first => new(year, month, 21),
            MonthPart.None when first => new(year, month, 1),
            _ => LastDay(year, month),
        };
    }

    private DateOnly? Doubtful()
    {
        doubts |= TimeDoubts.DateAmbiguous;
        return null;
    }

    // The year that a phrase opens with, 2026年 or 明年; null when it is over (去年).
    private int? YearOf(ReadOnlySpan<char> phrase) => phrase[0] switch
    {
        '去' or '上' => null,
        '2' when phrase.Length > 4 && char.IsAsciiDigit(phrase[1]) => int.Parse(phrase[..4]),
        var relative => years.YearOf(null, relative, ref doubts),
    };

    private readonly bool IsDeadline(MonthPhrase phrase)
    {
        if (phrase.IsBefore || phrase.From.Part != MonthPart.None) return true;
        if (phrase.From.Day is null) return false;
        var rest = text[phrase.Span.End..];
        return text[..phrase.Span.Start].EndsWith("于") || rest.StartsWith("完成") || rest.StartsWith("报") || rest.StartsWith("提交") || rest.StartsWith("上报");
    }

    private readonly bool IsPast(int at) => text[..at].TrimEnd(' ').EndsWith("截至");

    private readonly bool StartsAfter(int at) => at > 0 && text[at - 1] is '自' or '从';

    private static DateOnly LastDay(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
