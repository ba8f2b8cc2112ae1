using System.Globalization;
using Exemplar.Documents.Templates.Blanks;
using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Documents.Templates;

/// <summary>The periods that a form can be filled for, and the one that its title names.</summary>
public static class FormPeriods
{
    private const int TextsRead = 12;

    /// <summary>Quarters, months, half-years and years that have begun, of this year and the one before, the last first.</summary>
    public static IReadOnlyList<Period> Choices(DateOnly today, Period? named)
    {
        PeriodKind[] kinds = [PeriodKind.Quarter, PeriodKind.Month, PeriodKind.HalfYear, PeriodKind.Year];
        List<Period> begun = [.. from kind in kinds from year in new[] { today.Year, today.Year - 1 } from period in Period.In(kind, year).Reverse() where period.First <= today select period];
        return named is { } asked && !begun.Contains(asked) ? [asked, .. begun] : begun;
    }

    /// <summary>By the blank at hand before the title, which may be that of an earlier copy.</summary>
    internal static Period? NamedBy(BlankFile blank, string title, string fileName, DateOnly today) =>
        blank.Grids.SelectMany(g => g.Cells.OrderBy(c => c.Row).ThenBy(c => c.Column)).Where(c => c.Text.Length is > 3 and < 80).Take(TextsRead).Select(c => c.Text)
            .Append(title).Append(fileName).Select(text => PeriodWords.Find(text, today)).FirstOrDefault(p => p is not null);

    /// <summary>As a form sends it: <c>Quarter:2026-07-01</c>.</summary>
    public static string KeyOf(Period period) => $"{period.Kind}:{period.First.Iso()}";

    /// <summary>Null when it is no period of the calendar.</summary>
    public static Period? Read(string? key) =>
        key?.Split(':') is [var kind, var first] && Enum.TryParse<PeriodKind>(kind, out var known) && Enum.IsDefined(known)
        && DateOnly.TryParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100 && Period.Of(known, day) is var period && period.First == day
            ? period : null;
}
