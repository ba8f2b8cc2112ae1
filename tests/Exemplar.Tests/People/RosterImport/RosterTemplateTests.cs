using CsCheck;
using Exemplar.Documents.Sheets;
using Exemplar.Kernel;
using Exemplar.People;
using Exemplar.People.RosterImport;

namespace Exemplar.Tests.People.RosterImport;

public sealed class RosterTemplateTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    private static readonly Gen<DateOnly> Day = Gen.Int[new DateOnly(1960, 1, 1).DayNumber, new DateOnly(2020, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);
    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static readonly Gen<string> Name = Gen.Char["王李张刘陈杨赵黄周吴·阿依古丽"].Array[2, 6].Select(c => $"王{new string(c)}");

    private static readonly Gen<(PersonFacts Facts, string? Branch, string? Department)> Line =
        from name in Name
        from sex in Of<Sex?>(Sex.Male, Sex.Female, null)
        from born in Day
        from status in Of<MemberStatus?>(MemberStatus.Full, MemberStatus.Probationary, MemberStatus.OnProbationInParty, null)
        from joined in Gen.Int[6600, 14000]
        from confirmed in Gen.Int[0, 800]
        from retired in Gen.Bool
        from toDay in Gen.Bool
        from branch in Of<string?>("第一党支部", "离退休支部", "机关第三党支部")
        from department in Of<string?>("综合科", "秘书处", null)
        let joinedOn = born.AddDays(joined) > Today ? Today : born.AddDays(joined)
        let confirmedOn = joinedOn.AddDays(confirmed) > Today ? Today : joinedOn.AddDays(confirmed)
        select (new PersonFacts(name, sex, new DateOnly(born.Year, born.Month, 1),
            status is null ? null : Known(joinedOn, toDay), status is null or MemberStatus.Probationary ? null : Known(confirmedOn, toDay), status, retired),
            status is null ? null : branch, status is null ? department ?? "综合科" : department);

    private static PartialDate Known(DateOnly day, bool toDay) => toDay ? day : PartialDate.MonthOf(day);

    [Fact]
    public void Whatever_is_written_in_our_form_reads_back_the_same() => Line.List[1, 30].Sample(roster =>
    {
        var file = RosterTemplate.Write(roster.Select(r => RosterTemplate.Row(r.Facts, r.Branch, r.Department)));
        var reading = RosterReading.Of(SheetReader.ReadAll(file).Value![0], Today).Value!;

        return reading.Findings.All(f => !f.IsError) && reading.Lines.Select(l =>
                (new PersonFacts(l.Name, l.Sex, l.BirthMonth, l.JoinedOn, l.ConfirmedOn, l.Status, l.IsRetired!.Value), l.Branch, l.Department))
            .SequenceEqual(roster);
    }, iter: 200);

    [Fact]
    public void The_empty_template_has_every_column_that_is_read()
    {
        var header = RosterHeader.Find(SheetReader.ReadAll(RosterTemplate.Empty()).Value![0]).Value!;
        Assert.Equal([RosterColumn.Name, RosterColumn.Sex, RosterColumn.BirthMonth, RosterColumn.Status, RosterColumn.JoinedOn, RosterColumn.ConfirmedOn, RosterColumn.Branch, RosterColumn.Department, RosterColumn.PartyPost, RosterColumn.Standing, RosterColumn.Remark], header.Columns.Keys);
    }
}
