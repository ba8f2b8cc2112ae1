using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Handbook;

/// <summary>Everything that the handbook of one branch and year prints, as the records hold it and the reader may see it.</summary>
/// <param name="Organ">The branch with its office: 临江市人民政府办公室第一党支部.</param>
/// <param name="Span">The year.</param>
/// <param name="AsOf">The last day of the year, or today while it lasts: the day for which roster and posts are shown.</param>
/// <param name="Groups">Its Party groups, in organization order.</param>
/// <param name="Hours">Null where the reader may not see what others learnt.</param>
internal sealed record HandbookYear(Unit Unit, string Organ, string Superior, Period Span, DateOnly AsOf, IReadOnlyList<string> Groups,
    IReadOnlyList<PostLine> Posts, MemberRoll Roll, IReadOnlyList<DutyLine> Duties, IReadOnlyList<HoursLine>? Hours, MeetingsOfYear Held)
{
    public int Year => Span.First.Year;

    public bool IsOver => AsOf == Span.Last;
}

/// <summary>A post held in the year. <paramref name="Group"/> is empty for the branch itself.</summary>
internal sealed record PostLine(string Group, PostKind Kind, Guid PersonId, string Person, DateOnly From, DateOnly? To, string Basis)
{
    public string Title => Group + Kind.Name();
}

/// <summary>The members on a day, posts first and then by name, and who came and went in the year.</summary>
/// <param name="Begun">When the branch's roster begins here: who was on it that day did not come then. Null while it is empty.</param>
internal sealed record MemberRoll(IReadOnlyList<MemberLine> Members, IReadOnlyList<MemberChange> Changes, DateOnly? Begun);

internal sealed record MemberLine(Guid PersonId, string Name, Sex? Sex, DateOnly? BirthMonth, PartialDate? JoinedOn, PartialDate? ConfirmedOn, MemberStatus Status, bool IsRetired);

/// <summary>党员变动</summary>
/// <param name="What">E.g. 编入支部, 转为正式党员, 转出.</param>
/// <param name="Where">The branch left or entered, where the reader may see it.</param>
internal sealed record MemberChange(DateOnly On, string Day, string Name, string What, string Where);

/// <summary>One duty of the unit, or of one of its Party groups, over the year.</summary>
internal sealed record DutyLine(Rule Rule, IReadOnlyList<DutyCell> Cells)
{
    /// <summary>The Party group; empty for the branch itself.</summary>
    public string Group { get; init; } = "";

    /// <summary>党小组会（第一党小组）</summary>
    public string Title => Group.Length > 0 ? $"{Rule.Title}（{Group}）" : Rule.Title;

    /// <summary>Done in periods, as against terms of office and how the unit is made up.</summary>
    public bool IsHeld => Rule.Period is not null && !Rule.Require!.IsOfRoll && Rule.Require.AtLeast > 0;

    public bool IsOfUnit => Rule.Require!.IsOfRoll || Rule.Require.HasItsDay;
}

/// <param name="Days">On which it was done.</param>
internal sealed record DutyCell(Standing Standing, StandingState State, IReadOnlyList<DateOnly> Days);

/// <summary>What a member gained in the year.</summary>
/// <param name="Hours">Actual and required, in tenths; null where nothing is asked.</param>
internal sealed record HoursLine(string Name, (int Actual, int Required)? Hours, IReadOnlyList<string> Others)
{
    /// <summary>Nothing of it was ever entered.</summary>
    public bool IsBlank { get; init; }
}
