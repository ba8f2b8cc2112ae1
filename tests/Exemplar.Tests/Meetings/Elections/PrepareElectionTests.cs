using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Campaigns.Supervision;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Elections;

public sealed class PrepareElectionTests : GivenElection
{
    private string Url => $"/meetings/{Meeting.Id}/elections/new";

    [Fact]
    public async Task Seats_candidates_and_tellers_are_kept_and_the_count_comes_next()
    {
        var page = await (await Prepare([0, 1, 2, 3], [10])).Leads(Secretary, "选举已准备：第一党支部委员会委员，应选 3 名，候选人 4 名");

        var election = await Kept;
        Assert.Equal(["甲01", "甲02", "甲03", "甲04"], election.Candidates.OrderBy(c => c.Position).Select(c => c.Name));
        Assert.Equal(["甲11"], election.Tellers.Select(t => t.Name));
        Assert.Equal(["meetings.election.prepare"], await LogOf(election.Id));
        Assert.NotNull(page.QuerySelector($"input[name='Form.Votes[{People[3].Id}]']"));
    }

    [Fact]
    public async Task Candidates_cannot_be_tellers()
    {
        await (await Prepare([0, 1, 2, 3], [3, 10])).Refuses("Tellers", "候选人不得担任监票人：甲04");
        await (await Prepare([0, 1, 2, 3], [])).Refuses("Tellers", "请选择监票人");
        await (await Prepare([], [10])).Refuses("Candidates", "请选择候选人");
        await (await Prepare([0, 1], [10], seats: "0")).Refuses("Seats", "应选名额在 1 到 50 之间");
        Assert.Equal(0, await App.Read(db => db.Elections.CountAsync()));
    }

    [Fact]
    public async Task Too_few_candidates_need_a_reason_which_stands_on_page_and_paper()
    {
        var asked = await Prepare([0, 1, 2, 3, 4], [10], seats: "5");
        await asked.Refuses("FewCandidatesFor", "应选 5 名，按差额不少于 20% 至少要 6 名候选人，现有 5 名。确实只能这样的，请写明原因");
        await (await Secretary.SubmitForm(await asked.Read(), Url, "main form[method=post]", ("Form.FewCandidatesFor", "上级批复同意"))).Leads(Secretary, "选举已准备：第一党支部委员会委员，应选 5 名，候选人 5 名");

        await Count(await Kept, 17, 17, [16, 15, 14, 13, 12]);
        var page = await Secretary.Open($"/meetings/{Meeting.Id}");
        Assert.Contains("差额须不少于应选人数的 20%，至少 6 名，未达到（原因：上级批复同意）", page.QuerySelector("main .doubt")!.TextContent, StringComparison.Ordinal);
        foreach (var paper in (string[])[$"/meetings/{Meeting.Id}/papers/minutes", $"/elections/{(await Kept).Id}/report"])
            Assert.Contains("未达到（原因：上级批复同意）", GivenDocument.TextOf(await Secretary.GetByteArrayAsync(paper)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_candidates_than_seats_are_refused_and_a_secretary_may_stand_alone()
    {
        await (await Prepare([0], [10], seats: "8")).Refuses("Candidates", "候选人 1 名，少于应选名额 8 名");
        Assert.Equal(0, await App.Read(db => db.Elections.CountAsync()));
        await (await Secretary.Submit(Url, ("Form.Kind", "SecretaryDirectly"), ("Form.Post", "书记"), ("Form.Seats", "1"), ("Form.Candidates", $"{People[0].Id}"), ("Form.Tellers", $"{People[10].Id}"))).Leads(Secretary, "选举已准备");
    }

    [Fact]
    public async Task It_belongs_to_the_item_of_the_agenda_that_it_is_about()
    {
        Assert.Equal($"{Meeting.Agenda[0].Id}", (await Secretary.Open(Url)).QuerySelector("select[name='Form.Item'] option[selected]")!.GetAttribute("value"));
        Assert.Equal(Meeting.Agenda[0].Id, (await Prepared()).ItemId);
        await (await Secretary.Submit($"/meetings/{Meeting.Id}/record", ("Form.Agenda[0].Title", ""))).Refuses("", "“选举支部委员会”有表决、选举记录或是重大事项，不能删去");
    }

    [Fact]
    public async Task A_tie_leads_to_the_next_ballot_with_everything_filled_in()
    {
        await Count(await Prepared(), 17, 17, [16, 15, 9, 9]);
        var leads = (await Secretary.Open($"/meetings/{Meeting.Id}")).QuerySelectorAll("main a").Single(a => a.TextContent == "票数相等，再次投票").GetAttribute("href")!;
        var page = await Secretary.Open(leads);

        Assert.Equal(("AmongTied", "Committee", "第一党支部委员会委员", "1"), (Chosen("Form.Round"), Chosen("Form.Kind"), page.QuerySelector("[name='Form.Post']")!.GetAttribute("value"), page.QuerySelector("[name='Form.Seats']")!.GetAttribute("value")));
        Assert.Equal([$"{People[2].Id}", $"{People[3].Id}"], page.QuerySelectorAll("[name='Form.Candidates'][checked]").Select(b => b.GetAttribute("value")!));
        Assert.Equal([$"{People[10].Id}"], page.QuerySelectorAll("[name='Form.Tellers'][checked]").Select(b => b.GetAttribute("value")!));
        await (await Secretary.SubmitForm(page, leads, "main form[method=post]")).Leads(Secretary, "选举已准备：第一党支部委员会委员，应选 1 名，候选人 2 名");

        string? Chosen(string name) => page.QuerySelector($"[name='{name}'] option[selected]")?.GetAttribute("value");
    }

    [Fact]
    public async Task Open_seats_and_a_full_body_each_lead_on()
    {
        await Count(await Prepared(), 17, 17, [16, 15, 4, 3]);
        var leads = (await Secretary.Open($"/meetings/{Meeting.Id}")).QuerySelectorAll("main a").Single(a => a.TextContent == "对不足名额另行选举").GetAttribute("href")!;
        var page = await Secretary.Open(leads);
        Assert.Equal([$"{People[2].Id}", $"{People[3].Id}"], page.QuerySelectorAll("[name='Form.Candidates'][checked]").Select(b => b.GetAttribute("value")!));
        await (await Secretary.SubmitForm(page, leads, "main form[method=post]")).Leads(Secretary, "选举已准备：第一党支部委员会委员，应选 1 名，候选人 2 名");

        var open = await App.Read(db => db.Elections.SingleAsync(e => e.CountedAt == null));
        await Secretary.Submit($"/elections/{open.Id}/count", ("Form.Issued", "17"), ("Form.Collected", "17"), ($"Form.Votes[{People[2].Id}]", "12"), ($"Form.Votes[{People[3].Id}]", "5"));
        var text = (await Secretary.Open($"/meetings/{Meeting.Id}")).QuerySelector("main")!;
        Assert.Contains("接着由新一届委员会第一次会议选举书记、副书记", text.TextContent, StringComparison.Ordinal);
        Assert.NotNull(text.QuerySelector($"a[href='/units/{House.FirstBranch.Id}']"));
    }

    [Fact]
    public async Task Only_full_members_of_the_branch_stand()
    {
        var page = await Secretary.Open(Url);
        Assert.DoesNotContain("预备党员", page.QuerySelector("#Form_Candidates .choices")!.TextContent, StringComparison.Ordinal);
        var stranger = await House.Somebody("外支部", House.SecondBranch);
        var forged = await Secretary.SendForm(page, Url, ("Form.Kind", "Committee"), ("Form.Round", "First"), ("Form.Post", "委员"), ("Form.Seats", "1"), ("Form.Candidates", $"{stranger.Id}"), ("Form.Tellers", $"{People[0].Id}"));
        await forged.Refuses("Candidates", "请从列表中选择候选人");
    }

    [Fact]
    public async Task Only_who_records_for_the_branch_prepares()
    {
        await (await As(Role.Member, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut(Url, HttpStatusCode.NotFound);
        await Secretary.IsShut($"/meetings/{Guid.CreateVersion7()}/elections/new", HttpStatusCode.NotFound);
    }
}
