using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Recording;

/// <summary>Kinds whose record differs: a Party group, the yearly talks, meetings without text, guided steps, the year before.</summary>
public sealed class SpecialKindsTests : MeetingHouse
{
    [Fact]
    public async Task Who_belongs_to_a_party_group_is_said_once()
    {
        var group = House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch);
        await House.Save();
        await Held(MeetingKind.Group, new(2026, 2, 6), group, ("Form.Away", Zhang.Id.ToString()), ($"Form.Why[{Zhang.Id}]", "不在本组"));
        var next = await Held(MeetingKind.Group, new(2026, 3, 6), group);

        var kept = await Kept(next);
        Assert.Equal(3, kept.Roll.Count);
        Assert.DoesNotContain(kept.Roll, r => r.PersonId == Zhang.Id);
        Assert.Contains("不在本组", (await Recorder.Open($"/meetings/{next}/record")).QuerySelector($"[name='Form.Why[{Zhang.Id}]']")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_yearly_talks_are_one_confirmation_with_its_exceptions_and_no_row_for_each_talk()
    {
        var id = await Planned(MeetingKind.Talks);
        await (await Recorder.Submit($"/meetings/{id}/record", ("Form.Away", Zhang.Id.ToString()), ($"Form.Why[{Zhang.Id}]", "长期病休"), ("Form.CountsFor", "2025"))).Leads(Recorder, "已记录：谈心谈话（3月6日），1 人没有谈到");
        var kept = await Kept(id);
        Assert.Equal([("张三", "长期病休")], kept.Roll.Select(r => (r.Name, r.Reason)));
        Assert.Equal(new DateOnly(2025, 12, 31), kept.CountsOn);
        Assert.Equal(["held.talks"], await App.Read(db => db.Facts.Where(f => f.RecordId == id).Select(f => f.Kind).ToListAsync()));
        Assert.Equal(4, (await Recorder.Open($"/meetings/{id}/record")).QuerySelectorAll("[name='Form.Away']").Length);
        Assert.Contains("张三（长期病休）", (await Secretary.Open($"/meetings/{id}")).QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_democratic_life_meeting_has_dates_of_steps_and_a_number_and_no_field_for_text()
    {
        var group = House.Found(UnitKind.PartyLeadershipGroup, "党组", House.Office);
        await House.Save();
        var leader = await House.Somebody("组长", House.FirstBranch);
        var clerk = await House.Somebody("秘书", House.FirstBranch);
        await App.Given(Post(group, leader, PostKind.LeadershipSecretary));
        var office = App.As(await House.AccountOf(clerk, "秘书", (Role.CommitteeOffice, House.Office)));
        var id = await Planned(MeetingKind.DemocraticLife, unit: group);

        var page = await office.Open($"/meetings/{id}/record");
        Assert.Empty(page.QuerySelectorAll("textarea[name^='Form.Agenda'], [name='Form.Topic'], [name^='Form.Agenda']"));
        await (await office.SubmitForm(page, $"/meetings/{id}/record", "main form", ("Form.Chair", leader.Id.ToString()), ("Form.Recorder", clerk.Id.ToString()),
            ("Form.StepsDone[1]", "2026-03-02"), ("Form.ArchiveNumber", "民生会 2026-1"))).Leads(office, "已记录：民主生活会（3月6日），应到 1 人，实到 1 人");

        var kept = await Kept(id);
        Assert.Equal([(2, "集中学习", new DateOnly(2026, 3, 2))], kept.Guided.Select(s => (s.Number, s.Title, s.DoneOn)));
        Assert.Equal(("", "民生会 2026-1"), (kept.Topic, kept.ArchiveNumber));
        Assert.Contains("2026年3月2日", (await office.Open($"/meetings/{id}")).QuerySelector("ol.stages")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_year_before_is_offered_where_it_may_be_chosen()
    {
        Assert.NotNull((await Recorder.Open($"/meetings/{await Planned(MeetingKind.OrgLife)}/record")).QuerySelector("[name='Form.CountsFor']"));
        Assert.Null((await Recorder.Open($"/meetings/{await Planned()}/record")).QuerySelector("[name='Form.CountsFor']"));
        App.Clock.SetUtcNow(new(2026, 4, 20, 1, 0, 0, TimeSpan.Zero));
        Assert.Null((await Recorder.Open($"/meetings/{await Planned(MeetingKind.OrgLife, new(2026, 4, 16))}/record")).QuerySelector("[name='Form.CountsFor']"));
    }

    [Fact]
    public async Task Late_entry_after_the_period_is_frozen_asks_for_a_word_why()
    {
        var id = await Planned(MeetingKind.Committee, new(2026, 1, 9));
        App.Clock.SetUtcNow(new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero));
        await (await Recorder.Submit($"/meetings/{id}/record", ("Form.Reason", ""))).Refuses("Reason", "这一期已过统计期 30 天，请写明补录的原因");
        await (await Recorder.Submit($"/meetings/{id}/record", ("Form.Reason", "漏记"))).Leads(Recorder, "已记录");
        Assert.Equal("漏记", (await Kept(id)).Steps.Single(s => s.Kind is MeetingStepKind.Held).Text);
    }
}
