using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Rules;

public sealed class GiveNoticeTests : HouseTests
{
    private string Url => $"/units/{House.Committee.Id}/notices/new";

    private static (string, string)[] Filled(string closes) =>
        [("Form.Rule", "MTG-06"), ("Form.Year", "2025"), ("Form.OpensOn", "2026-01-05"), ("Form.ClosesOn", closes), ("Form.Basis", "机关党委〔2026〕1号")];

    [Fact]
    public async Task The_years_duty_is_due_when_the_notice_says_and_given_again_it_is_corrected()
    {
        await App.Keep(new(2025, 1, 1), House.FirstBranch);
        await (await Committee.Submit(Url, Filled("2026-02-28"))).Leads(Committee, "已登记：组织生活会 2025 年度");
        Assert.Equal(new(2026, 2, 28), await Due());

        await (await Committee.Submit(Url, Filled("2026-03-20"))).Leads(Committee, "已登记");
        Assert.Equal(new(2026, 3, 20), await Due());
        var notice = await App.Read(db => db.YearNotices.SingleAsync());
        Assert.Equal(["rules.notice", "rules.notice"], await LogOf(notice.Id));
    }

    [Theory]
    [InlineData("2026-01-04", "ClosesOn", "截止日期不能早于开始日期")]
    [InlineData("2027-01-04", "ClosesOn", "截止日期太远，请核对")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept(string closes, string field, string sentence)
    {
        await (await Committee.Submit(Url, Filled(closes))).Refuses(field, sentence);
        Assert.Equal(0, await App.Read(db => db.YearNotices.CountAsync()));
    }

    [Fact]
    public async Task Only_the_committees_office_and_only_in_its_own()
    {
        await (await As(Role.BranchSecretary, House.Committee)).IsShut(Url, HttpStatusCode.Forbidden);
        await Committee.IsShut($"/units/{House.OtherOffice.Id}/notices/new", HttpStatusCode.NotFound);
        await Committee.IsShut($"/units/{Guid.CreateVersion7()}/notices/new", HttpStatusCode.NotFound);
    }

    private Task<DateOnly> Due() => App.Read(db => db.Standings.Where(s => s.Rule == "MTG-06" && s.Year == 2025).Select(s => s.DueOn).SingleAsync());
}
