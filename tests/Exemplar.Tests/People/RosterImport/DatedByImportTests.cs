using System.Net;
using Exemplar.Kernel;
using Exemplar.People;
using Exemplar.People.Statuses;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterImport;

/// <summary>What a sheet tells that has happened is dated by the sheet's day; what it corrects always was so (docs/adr/0023).</summary>
public sealed class DatedByImportTests : HouseTests
{
    private async Task<Person> Known(MemberStatus status)
    {
        var person = new Person { Name = "郑党员", BirthMonth = new(1980, 5, 1), JoinedOn = PartialDate.MonthOf(new(2024, 7, 1)), Status = status };
        person.Memberships.Add(new() { PersonId = person.Id, UnitId = House.FirstBranch.Id, From = new(2025, 1, 1) });
        await App.Given(person);
        return person;
    }

    private async Task<string> Import(string asOf, string status, string standing = "", string confirmed = "")
    {
        var sheet = new SheetBuilder().Row("姓名", "出生年月", "入党时间", "政治面貌", "转正时间", "人员状态", "所在支部").Row("郑党员", "1980.5", "2024.7", status, confirmed, standing, "第一党支部");
        var url = (await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", sheet.Bytes(), ("Form.AsOf", asOf))).Headers.Location!.OriginalString;
        var preview = (await Committee.Open(url)).QuerySelector("main")!.TextContent;
        if (!preview.Contains("没有需要导入的", StringComparison.Ordinal)) Assert.Equal(HttpStatusCode.Redirect, (await Committee.Submit(url)).StatusCode);
        return preview;
    }

    private Task<Person> Kept(Guid id) => App.Read(db => db.People.SingleAsync(p => p.Id == id));

    private static (MemberStatus? Before, MemberStatus? After) Around(Person person, DateOnly day)
    {
        var history = new StatusHistory(person.StatusChanges);
        return (history.On(person.Id, day.AddDays(-1), person.Status, person.ConfirmedOn), history.On(person.Id, day, person.Status, person.ConfirmedOn));
    }

    [Theory]
    [InlineData(MemberStatus.Full, "留党察看", MemberStatus.OnProbationInParty)]
    [InlineData(MemberStatus.Probationary, "正式党员", MemberStatus.Full)]
    [InlineData(MemberStatus.OnProbationInParty, "正式党员", MemberStatus.Full)]
    public async Task A_status_that_changed_holds_from_the_day_of_the_sheet_and_not_before(MemberStatus was, string said, MemberStatus becomes)
    {
        var person = await Known(was);
        Assert.Contains("从 2026-03-02 起，以前的仍按原来的身份", await Import("2026-03-02", said), StringComparison.Ordinal);

        var kept = await Kept(person.Id);
        Assert.Equal((was, becomes), Around(kept, new(2026, 3, 2)));
        Assert.Equal("名册（2026-03-02）", Assert.Single(kept.StatusChanges).Reason);
        Assert.Contains("没有需要导入的", await Import("2026-03-02", said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_retired_was_in_service_before_and_one_day_keeps_both_changes()
    {
        var person = await Known(MemberStatus.Full);
        await Import("2026-03-02", "留党察看", "退休");
        var kept = await Kept(person.Id);
        var change = Assert.Single(kept.StatusChanges);
        Assert.Equal((MemberStatus.Full, false, true), (change.Was!.Value, change.WasRetired, kept.IsRetired));
    }

    [Fact]
    public async Task A_date_of_confirmation_in_the_sheet_dates_it_by_itself()
    {
        var person = await Known(MemberStatus.Probationary);
        await Import("2026-03-02", "正式党员", confirmed: "2025.7");
        var kept = await Kept(person.Id);
        Assert.Empty(kept.StatusChanges);
        Assert.Equal((MemberStatus.Probationary, MemberStatus.Full), Around(kept, new(2025, 7, 1)));
    }

    [Fact]
    public async Task A_sheet_of_the_first_day_on_the_roster_corrects_what_always_was()
    {
        var person = await Known(MemberStatus.Full);
        await Import("2025-01-01", "留党察看");
        var kept = await Kept(person.Id);
        Assert.Empty(kept.StatusChanges);
        Assert.Equal(MemberStatus.OnProbationInParty, kept.Status);
    }
}
