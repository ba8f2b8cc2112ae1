namespace Exemplar.People;

/// <summary>The questions about a person's facts, the same when they are registered and when they are corrected.</summary>
public abstract class PersonForm
{
    [Display(Name = "姓名"), Required, StringLength(40)]
    public string Name { get; set; } = "";

    [Display(Name = "性别")]
    public Sex? Sex { get; set; }

    [Display(Name = "出生年月"), StringLength(12)]
    public string? BirthMonth { get; set; }

    [Display(Name = "党员身份")]
    public MemberStatus? Status { get; set; }

    [Display(Name = "入党时间"), StringLength(12)]
    public string? JoinedOn { get; set; }

    [Display(Name = "转正时间"), StringLength(12)]
    public string? ConfirmedOn { get; set; }

    [Display(Name = "已离退休")]
    public bool IsRetired { get; set; }

    public Result<PersonFacts> Facts()
    {
        if (Read(nameof(BirthMonth), "出生年月", BirthMonth, out var born) is { } noMonth) return noMonth;
        if (Read(nameof(JoinedOn), "入党时间", JoinedOn, out var joined) is { } noJoin) return noJoin;
        if (Read(nameof(ConfirmedOn), "转正时间", ConfirmedOn, out var confirmed) is { } noConfirmation) return noConfirmation;
        return new PersonFacts(Name, Sex, born is { } date ? PartialDate.MonthOf(date.First).First : null, joined, confirmed, Status, IsRetired);
    }

    private static Refusal? Read(string field, string label, string? text, out PartialDate? date)
    {
        date = string.IsNullOrWhiteSpace(text) ? null : WrittenDate.Parse(text);
        if (date is not null || string.IsNullOrWhiteSpace(text)) return null;
        return new Refusal(field, field is nameof(BirthMonth) ? $"{label}“{text.Trim()}”不是年月，例如 1980-05" : $"{label}“{text.Trim()}”不是日期，例如 2009-07-01；只知道月份就写 2009-07");
    }
}
