using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Rules.OwnRules;

public sealed class AddOwnRuleTests : HouseTests
{
    private string Url => $"/units/{House.FirstBranch.Id}/rules/new";

    private static (string, string)[] Twice(params (string, string)[] more) =>
        [("Form.Rule", "MTG-01"), ("Form.Period", "Month"), ("Form.AtLeast", "1"), ("Form.Basis", "支部党员大会 2026年1月9日决定"), ("Form.From", "2026-03-01"), .. more];

    [Fact]
    public async Task A_stricter_one_asks_its_drafter_for_the_ground_and_moves_standings_once_confirmed()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch, House.SecondBranch);
        var secretary = await As(Role.BranchSecretary, House.FirstBranch);
        var asked = await secretary.Submit(Url, Twice());
        var page = await asked.Read();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Equal("严于上级要求（每季度不少于 1 次），请确认依据", page.ErrorAt("Confirmed"));
        Assert.Equal(0, await App.Read(db => db.OwnRules.CountAsync()));

        await (await secretary.SubmitForm(page, Url, "main form[method=post]", ("Form.Confirmed", "true"))).Leads(secretary, "已定：支部党员大会（本单位要求）");
        var rule = await App.Read(db => db.OwnRules.SingleAsync());
        Assert.Equal(["rules.set"], await LogOf(rule.Id));
        Assert.Equal(10, await App.Read(db => db.Standings.CountAsync(s => s.Rule == rule.RuleId && s.UnitId == House.FirstBranch.Id)));   // March to December
        Assert.Equal(0, await App.Read(db => db.Standings.CountAsync(s => s.Rule == rule.RuleId && s.UnitId != House.FirstBranch.Id)));
    }

    [Theory]
    [InlineData("Year", "1", "AtLeast", "低于")]
    [InlineData("Quarter", "1", "AtLeast", "与")]
    [InlineData("Month", "0", "AtLeast", "至少几次须是 1 到 31 的整数")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept(string period, string times, string field, string sentence)
    {
        var answer = await Committee.Submit(Url, [.. Twice().Where(f => f.Item1 is not ("Form.Period" or "Form.AtLeast")), ("Form.Period", period), ("Form.AtLeast", times)]);
        await answer.Refuses(field, sentence);
        Assert.Equal(0, await App.Read(db => db.OwnRules.CountAsync()));
    }

    [Fact]
    public async Task Only_for_units_of_ones_own()
    {
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut(Url, HttpStatusCode.NotFound);
        await (await As(Role.Member, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await Committee.IsShut($"/units/{House.General.Id}/rules/new", HttpStatusCode.NotFound);
        await Committee.IsShut($"/units/{Guid.CreateVersion7()}/rules/new", HttpStatusCode.NotFound);
    }
}
