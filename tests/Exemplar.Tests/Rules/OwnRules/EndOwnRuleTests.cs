using System.Net;
using Exemplar.Kernel;
using Exemplar.Platform.Security;
using Exemplar.Rules.OwnRules;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Rules.OwnRules;

public sealed class EndOwnRuleTests : HouseTests
{
    [Fact]
    public async Task It_holds_to_the_end_of_the_running_period_and_later_standings_go()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        var rule = await Given();
        await (await Committee.Submit($"/rules/own/{rule.Id}/end")).Leads(Committee, "多开一次到 2026-03-31 为止");
        Assert.Equal(3, await App.Read(db => db.Standings.CountAsync(s => s.Rule == rule.RuleId)));
        Assert.Equal(["test.given", "rules.set"], await LogOf(rule.Id));

        await (await Committee.Submit($"/rules/own/{rule.Id}/end")).Refuses("", "到 2026年3月31日 为止，不用再停");
    }

    [Fact]
    public async Task Only_whoever_sets_rules_there()
    {
        var url = $"/rules/own/{(await Given()).Id}/end";
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut(url, HttpStatusCode.NotFound);
        await (await As(Role.Member, House.FirstBranch)).IsShut(url, HttpStatusCode.Forbidden);
        await Committee.IsShut($"/rules/own/{Guid.CreateVersion7()}/end", HttpStatusCode.NotFound);
    }

    private async Task<OwnRule> Given()
    {
        var rule = new OwnRule { UnitId = House.FirstBranch.Id, Path = House.FirstBranch.Path, Title = "多开一次", Counts = "held.members", Units = ["Branch"], Period = PeriodKind.Month, AtLeast = 1, Basis = "支部决定", From = new(2026, 1, 1) };
        await App.Given(rule);
        return rule;
    }
}
