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

    [Display(Name = "入党时间")]
    public DateOnly? JoinedOn { get; set; }

    [Display(Name = "转正时间")]
    public DateOnly? ConfirmedOn { get; set; }

    [Display(Name = "已离退休")]
    public bool IsRetired { get; set; }

    public Result<PersonFacts> Facts()
    {
        DateOnly? born = null;
        if (!string.IsNullOrWhiteSpace(BirthMonth))
        {
            if (WrittenDate.Parse(BirthMonth) is not { } date) return new Refusal(nameof(BirthMonth), $"出生年月“{BirthMonth.Trim()}”不是年月，例如 1980-05");
            born = WrittenDate.MonthOf(date);
        }
        return new PersonFacts(Name, Sex, born, JoinedOn, ConfirmedOn, Status, IsRetired);
    }
}
