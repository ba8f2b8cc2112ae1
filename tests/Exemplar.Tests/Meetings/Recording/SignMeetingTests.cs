using System.Net;
using Exemplar.Meetings;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Recording;

public sealed class SignMeetingTests : MeetingHouse
{
    [Fact]
    public async Task Both_sign_by_their_own_accounts_and_the_page_is_locked()
    {
        var id = await Held();
        await (await Recorder.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "false"))).Leads(Recorder, "已签字：支部党员大会（3月6日），等待另一位签字");
        await (await Recorder.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "false"))).Refuses("", "您已经签过");
        await (await Secretary.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "false"))).Leads(Secretary, "已签字并锁定：支部党员大会（3月6日）");

        var kept = await Kept(id);
        Assert.Equal((MeetingState.Locked, TestApp.Start, TestApp.Start), (kept.State, kept.ChairSignedAt, kept.RecorderSignedAt));
        Assert.Equal(["test.given", "meetings.record", "meetings.sign", "meetings.sign"], await LogOf(id));
        await (await Secretary.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "false"))).Refuses("", "已经签过字了");
    }

    [Fact]
    public async Task Paper_is_noted_with_its_number_by_whoever_keeps_the_records()
    {
        var id = await Held();
        await (await Recorder.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "true"))).Refuses("ArchiveNumber", "请填写纸质记录的存档号");
        Assert.Equal(MeetingState.Held, (await Kept(id)).State);
        await (await Recorder.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "true"), ("Form.ArchiveNumber", "2026-3"))).Leads(Recorder, "已签字并锁定");
        Assert.Equal([MeetingStepKind.Planned, MeetingStepKind.Held, MeetingStepKind.SignedOnPaper, MeetingStepKind.Locked], StepsOf(await Kept(id)));
    }

    [Fact]
    public async Task Steps_that_are_still_open_and_elections_without_a_count_are_said_before_anybody_signs()
    {
        var id = await Held(MeetingKind.Appraisal);
        Assert.Contains("还有 5 步没有填日期：个人自评、党员互评、民主测评、支委会或党员大会综合评定、反馈评议结果", Warning(await Secretary.Open($"/meetings/{id}/sign")), StringComparison.Ordinal);
        await Recorder.Submit($"/meetings/{id}/record", [.. Enumerable.Range(0, 5).Select(n => ($"Form.StepsDone[{n}]", "2026-03-06"))]);
        Assert.Equal("", Warning(await Secretary.Open($"/meetings/{id}/sign")));

        id = await Held();
        await (await Secretary.Submit($"/meetings/{id}/elections/new", ("Form.Kind", "SecretaryDirectly"), ("Form.Post", "书记"), ("Form.Seats", "1"),
            ("Form.Candidates", $"{SecretaryPerson.Id}"), ("Form.Tellers", $"{Zhang.Id}"))).Leads(Secretary, "选举已准备");
        Assert.Contains("选举书记还没有计票", Warning(await Secretary.Open($"/meetings/{id}/sign")), StringComparison.Ordinal);

        static string Warning(AngleSharp.Dom.IDocument page) => string.Concat(page.QuerySelectorAll("main .doubt").Select(w => w.TextContent));
    }

    [Fact]
    public async Task Nobody_signs_for_another()
    {
        var id = await Held();
        var page = await Member.Open($"/meetings/{id}/sign");
        Assert.Null(page.QuerySelector("[name='Form.ArchiveNumber']"));
        await (await Member.SubmitForm(page, $"/meetings/{id}/sign", "main form", ("Form.OnPaper", "false"))).Refuses("", "须由主持人、记录人用本人账号签字");
        Assert.Equal(HttpStatusCode.Forbidden, (await Member.SendForm(page, $"/meetings/{id}/sign", ("Form.OnPaper", "true"), ("Form.ArchiveNumber", "1"), ("Form.Version", $"{(await Kept(id)).Version}"))).StatusCode);
        Assert.Equal(MeetingState.Held, (await Kept(id)).State);
    }

    [Fact]
    public async Task A_member_who_chaired_signs_too()
    {
        var id = await Held(answers: ("Form.Chair", Zhang.Id.ToString()));
        Assert.NotNull((await Member.Open($"/meetings/{id}")).QuerySelector($"a[href='/meetings/{id}/sign']"));
        await (await Member.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "false"))).Leads(Member, "已签字");
    }

    [Fact]
    public async Task It_is_shut_to_others()
    {
        var url = $"/meetings/{await Held()}/sign";
        await Inspector.IsShut(url, HttpStatusCode.Forbidden);
        await Neighbour.IsShut(url, HttpStatusCode.NotFound);
        await Secretary.IsShut($"/meetings/{Guid.CreateVersion7()}/sign", HttpStatusCode.NotFound);
        await App.As(await House.Account("双重", (Role.BranchSecretary, House.SecondBranch), (Role.SuperiorInspector, House.FirstBranch))).IsShut(url, HttpStatusCode.Forbidden);
    }
}
