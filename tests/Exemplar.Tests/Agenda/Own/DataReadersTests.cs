using System.Net;
using AngleSharp.Dom;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Agenda.Own;

public sealed class DataReadersTests : HouseTests
{
    private Person self = null!;
    private HttpClient own = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        self = await House.Somebody("郑党员", House.General, House.FirstBranch);
        own = App.As(await House.AccountOf(self, "郑党员", (Role.Member, House.FirstBranch)));
    }

    private async Task<IElement> Section(string begins) =>
        (await own.Open("/mine/readers")).QuerySelectorAll("section.card").Single(s => s.QuerySelector("h2")!.TextContent.StartsWith(begins, StringComparison.Ordinal));

    private async Task<HashSet<string>> Named(string begins) =>
        [.. (await Section(begins)).QuerySelectorAll("tbody tr td:last-child").SelectMany(td => td.TextContent.Trim().Split('、'))];

    /// <summary>The list is worked out beside the gates; this holds the two together, for every role in every kind of place.</summary>
    [Fact]
    public async Task Whoever_is_named_opens_the_page_and_whoever_opens_the_page_is_named()
    {
        HashSet<string> people = ["党办"], accounts = [];
        var account = await App.Read(db => db.Users.Where(a => a.PersonId == self.Id).Select(a => a.Id).SingleAsync());
        foreach (var role in Enum.GetValues<Role>())
            foreach (var unit in new[] { House.Office, House.Committee, House.FirstBranch, House.SecondBranch, House.General, House.OtherOffice })
            {
                var name = $"{role} {unit.Name}";
                var browser = App.As(await House.AccountOf(null, name, (role, unit)));
                if ((await browser.GetAsync($"/people/{self.Id}")).StatusCode is HttpStatusCode.OK) people.Add(name);
                if ((await browser.GetAsync($"/accounts/{account}")).StatusCode is HttpStatusCode.OK) accounts.Add(name);
            }

        Assert.Equal(people, await Named("名册资料"));
        Assert.Equal(accounts, await Named("账号"));
        Assert.InRange(people.Count, 10, 70);
        Assert.InRange(accounts.Count, 3, 70);
    }

    [Fact]
    public async Task Roles_that_are_over_accounts_that_are_shut_and_people_who_left_are_not_named()
    {
        var (over, shut, left) = (await House.Account("期满", (Role.BranchSecretary, House.FirstBranch)), await House.Account("停用", (Role.BranchSecretary, House.FirstBranch)), await House.Somebody("调离", House.General));
        await House.AccountOf(left, "调离", (Role.BranchSecretary, House.FirstBranch));
        Assert.Superset(new HashSet<string> { "期满", "停用", "调离" }, await Named("名册资料"));

        await App.Read(db => db.Grants.Where(g => g.AccountId == over).ExecuteUpdateAsync(set => set.SetProperty(g => g.To, new DateOnly(2026, 3, 9))));
        await App.Read(db => db.Users.Where(a => a.Id == shut).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, TestApp.Start)));
        await App.Read(db => db.Memberships.Where(m => m.PersonId == left.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.To, new DateOnly(2026, 3, 9))));
        Assert.Equal(["党办"], await Named("名册资料"));
    }

    [Fact]
    public async Task The_reader_stands_among_them_as_themselves_and_what_is_not_kept_is_not_listed()
    {
        await House.AccountOf(self, "郑书记", (Role.BranchSecretary, House.FirstBranch));
        Assert.Contains("本人", await Named("名册资料"));
        var titles = (await own.Open("/mine/readers")).QuerySelectorAll("h2").Select(h => h.TextContent).ToList();
        Assert.DoesNotContain(titles, t => t.StartsWith("会议名单", StringComparison.Ordinal) || t.StartsWith("领导干部", StringComparison.Ordinal));

        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = self.Id, Kind = PostKind.Secretary, From = new(2026, 1, 1) });
        await App.Keep(new(2025, 1, 1), House.FirstBranch);
        Assert.Contains("第一党支部", (await Section("学时")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_of_nobody_has_no_data_and_a_stranger_no_page()
    {
        Assert.Contains("不属于名册上的任何人", (await App.As(await House.AccountOf(null, "检查组", (Role.SuperiorInspector, House.Office))).Open("/mine/readers")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await App.Browser().GetAsync("/mine/readers")).Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
    }
}
