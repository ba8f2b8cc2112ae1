namespace Exemplar.Campaigns;

/// <summary>Stages laid out on one line, in thousandths of its width.</summary>
public sealed record TimeLine(IReadOnlyList<TimeLine.Bar> Bars, int? Now, IReadOnlyList<TimeLine.Mark> Months)
{
    public const int Width = 1000;
    private const int LabelWidth = 40;

    public sealed record Bar(Stage Stage, int Left, int Length, bool IsNow);

    public sealed record Mark(int Left, string Name);

    /// <summary>Stages without dates come in the list beside the line, not on it.</summary>
    public static TimeLine Of(IReadOnlyList<Stage> stages, DateOnly today)
    {
        var dated = stages.Where(s => s is { StartsOn: not null, EndsOn: not null }).ToList();
        if (dated.Count == 0) return new([.. stages.Select(s => new Bar(s, 0, 0, false))], null, []);

        var first = dated.Min(s => s.StartsOn!.Value);
        var last = dated.Max(s => s.EndsOn!.Value);
        var days = Math.Max(1, last.DayNumber - first.DayNumber + 1);
        var months = new List<Mark>();
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
            if ((days < 400 || month.Month % 3 == 1) && At(month.AddMonths(1)) > LabelWidth) months.Add(new(Math.Max(0, At(month)), $"{month.Month}月"));
        return new(
            [.. stages.Select(s => s is { StartsOn: { } from, EndsOn: { } to } ? new Bar(s, At(from), Math.Max(8, At(to.AddDays(1)) - At(from)), from <= today && today <= to) : new Bar(s, 0, 0, false))],
            first <= today && today <= last ? At(today) : null, months);

        int At(DateOnly day) => (day.DayNumber - first.DayNumber) * Width / days;
    }
}
