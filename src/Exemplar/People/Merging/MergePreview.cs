using Exemplar.Organization;

namespace Exemplar.People.Merging;

/// <summary>What two records of one person can say differently.</summary>
public enum PersonField
{
    [Display(Name = "姓名")] Name,
    [Display(Name = "性别")] Sex,
    [Display(Name = "出生年月")] BirthMonth,
    [Display(Name = "身份")] Status,
    [Display(Name = "入党时间")] JoinedOn,
    [Display(Name = "转正时间")] ConfirmedOn,
    [Display(Name = "离退休")] IsRetired,

    /// <summary>On days on which both say where somebody belonged, and not the same.</summary>
    [Display(Name = "科室、支部")] Places,
}

public enum Whose
{
    [Display(Name = "保留的一份")] Kept,
    [Display(Name = "并入的一份")] Other,
}

/// <summary>What one field says in both records, and which of it would stay if nobody chose.</summary>
public sealed record FieldLine(PersonField Field, string Kept, string Other, Whose Default)
{
    public bool Differs => Kept != Other;
}

/// <summary>What both records have that is not chosen but put together, to know who they are by.</summary>
public sealed record Side(string Title, string Kept, string Other);

/// <summary>What would become of two records of one person, before it is done.</summary>
/// <param name="Moves">What goes over to the record that stays, counted.</param>
/// <param name="Both">What both records have a part in, and what becomes of it.</param>
/// <param name="Obstacles">Why they cannot be merged as they stand.</param>
public sealed record MergePreview(IReadOnlyList<FieldLine> Lines, IReadOnlyList<Side> Sides, IReadOnlyList<string> Moves, IReadOnlyList<string> Both, IReadOnlyList<string> Obstacles)
{
    /// <summary>What was shown; when it is no longer so, it is shown again.</summary>
    public string DigestOf(Person kept, Person other) => string.Join('|', [$"{kept.Version},{other.Version}", .. Moves, .. Both, .. Obstacles]);

    public static IReadOnlyList<FieldLine> Compare(Person kept, Person other, string keptPlaces, string otherPlaces, bool placesConflict)
    {
        var hasChanges = kept.StatusChanges.Count == 0 && other.StatusChanges.Count > 0;
        return
        [
            Line(PersonField.Name, kept.Name, other.Name),
            Line(PersonField.Sex, kept.Sex?.Name(), other.Sex?.Name()),
            Line(PersonField.BirthMonth, kept.BirthMonth?.ToString("yyyy-MM"), other.BirthMonth?.ToString("yyyy-MM")),
            Line(PersonField.Status, kept.Status?.Name(), other.Status?.Name(), "干部职工", hasChanges),
            Line(PersonField.JoinedOn, kept.JoinedOn?.InWords, other.JoinedOn?.InWords, takeOther: IsCloser(other.JoinedOn, kept.JoinedOn)),
            Line(PersonField.ConfirmedOn, kept.ConfirmedOn?.InWords, other.ConfirmedOn?.InWords, takeOther: IsCloser(other.ConfirmedOn, kept.ConfirmedOn)),
            Line(PersonField.IsRetired, kept.IsRetired ? "是" : null, other.IsRetired ? "是" : null, "否", hasChanges),
            .. placesConflict ? [new FieldLine(PersonField.Places, keptPlaces, otherPlaces, kept.HasLeft && !other.HasLeft ? Whose.Other : Whose.Kept)] : Array.Empty<FieldLine>(),
        ];

        // 2009年7月15日 says more than 2009年7月.
        static bool IsCloser(PartialDate? one, PartialDate? than) => one is { HasDay: true } day && than is { HasDay: false } month && day.Agrees(month);

        // Where the record that stays is silent, the other one speaks.
        static FieldLine Line(PersonField field, string? kept, string? other, string none = "未填", bool takeOther = false) =>
            new(field, kept ?? none, other ?? none, takeOther || (kept is null && other is not null) ? Whose.Other : Whose.Kept);
    }

    /// <summary>第一党支部 2026-01-01 至今</summary>
    public static string InWords(IEnumerable<UnitStay> stays, IReadOnlyDictionary<Guid, Unit> units) =>
        string.Join('；', stays.OrderBy(s => s.From).Select(s => $"{units[s.UnitId].Name} {s.From.Iso()} 至{(s.To is { } to ? $" {to.Iso()}" : "今")}").DefaultIfEmpty("没有编入"));
}
