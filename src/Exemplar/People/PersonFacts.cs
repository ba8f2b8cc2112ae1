namespace Exemplar.People;

/// <summary>What is stored of a person, apart from where they belong; typed in a form or read from a sheet.</summary>
public sealed record PersonFacts(string Name, Sex? Sex, DateOnly? BirthMonth, PartialDate? JoinedOn, PartialDate? ConfirmedOn, MemberStatus? Status, bool IsRetired)
{
    /// <summary>The first rule that they break, at its field.</summary>
    /// <param name="wasMember">Somebody who left the Party keeps the dates of their time in it.</param>
    public Refusal? Refuse(DateOnly today, bool wasMember = false)
    {
        if (string.IsNullOrWhiteSpace(Name)) return new Refusal(nameof(Name), "请填写姓名");
        if (BirthMonth > today) return new Refusal(nameof(BirthMonth), "出生年月不能在今天之后");
        if (JoinedOn?.First > today) return new Refusal(nameof(JoinedOn), "入党时间不能在今天之后");
        if (ConfirmedOn?.First > today) return new Refusal(nameof(ConfirmedOn), "转正时间不能在今天之后");
        if (ConfirmedOn?.Last < JoinedOn?.First) return new Refusal(nameof(ConfirmedOn), "转正时间不能早于入党时间");
        if (JoinedOn?.Last < BirthMonth) return new Refusal(nameof(JoinedOn), "入党时间不能早于出生年月");
        if (Status is null && !wasMember && (JoinedOn ?? ConfirmedOn) is not null) return new Refusal(nameof(Status), "填了入党或转正时间，请选择党员身份");
        if (Status is MemberStatus.Probationary && ConfirmedOn is not null) return new Refusal(nameof(ConfirmedOn), "预备党员还没有转正时间");
        return null;
    }

    public void Deconstruct(out string name, out Sex? sex, out DateOnly? born, out PartialDate? joined, out PartialDate? confirmed, out MemberStatus? status, out bool retired) =>
        (name, sex, born, joined, confirmed, status, retired) = (Name.Trim(), Sex, BirthMonth, JoinedOn, ConfirmedOn, Status, IsRetired);
}
