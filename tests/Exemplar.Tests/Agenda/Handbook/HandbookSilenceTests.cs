using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Rules.Standings;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Agenda.Handbook;

/// <summary>What must not stand on a paper that goes up to the superior.</summary>
public sealed class HandbookSilenceTests : GivenHandbook
{
    [Fact]
    public async Task What_was_planned_or_called_off_and_other_branches_are_not_in_it()
    {
        var (planned, calledOff) = (await Planned(on: new(2026, 3, 20), agenda: "尚未召开的议题"), await Planned(on: new(2026, 3, 25), agenda: "已取消的议题"));
        await (await Secretary.Submit($"/meetings/{calledOff}/call-off", ("Form.Reason", "与培训冲突"))).Leads(Secretary, "已取消");
        var neighbour = await Belongs("邻支部王五", MemberStatus.Full, House.SecondBranch);
        NeverSays(await Printed(), "尚未召开的议题", "已取消的议题", "与培训冲突", neighbour.Name, "第二党支部");
        Assert.Equal(MeetingState.Planned, (await Kept(planned)).State);
    }

    [Fact]
    public async Task Late_entry_and_corrections_are_a_matter_of_the_house()
    {
        var meeting = await Decided(on: new(2026, 1, 15));
        await (await Recorder.Submit($"/meetings/{meeting}/record", ("Form.Place", "二楼会议室"))).Leads(Recorder, "已");
        Assert.Contains("补记", (await Recorder.Open($"/meetings/{meeting}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        NeverSays(await Printed(), "补记", "录入", "更正");
    }

    [Fact]
    public async Task What_was_said_in_criticism_stays_in_the_minutes()
    {
        await Decided("列入整改清单", "某人工作拖拉", MeetingKind.OrgLife);
        var text = await Printed();
        Says(text, "（一）组织生活会（2月6日）", "决定：列入整改清单", "批评和自我批评的发言在会议记录里，不抄入手册。");
        NeverSays(text, "某人工作拖拉");
    }

    [Fact]
    public async Task The_two_lives_of_leaders_are_on_no_paper_whoever_prints_it()
    {
        var group = House.Found(UnitKind.PartyLeadershipGroup, "党组", House.Office);
        await House.Save();
        await App.Given(Post(group, SecretaryPerson, PostKind.LeadershipMember));
        await App.Keep(new(2026, 1, 1), House.FirstBranch, group);
        await App.Fact("held.org-life", House.FirstBranch, new(2026, 2, 6), 20, SecretaryPerson.Id);
        // Of a leader it stands with the leading body; one that stood with the branch would not be printed either.
        await App.Given(new Standing
        {
            SubjectId = Zhang.Id,
            Rule = "MTG-11",
            From = new(2026, 1, 1),
            To = new(2026, 12, 31),
            DueOn = new(2026, 12, 31),
            WarnFrom = new(2026, 10, 1),
            UnitId = House.FirstBranch.Id,
            OfPerson = true,
            Year = 2026,
            Actual = 0,
            Required = 1,
            Met = false,
            Exempt = "",
        });
        Assert.Equal(2, await App.Read(db => db.Standings.CountAsync(s => s.Rule == "MTG-11" && (s.SubjectId == SecretaryPerson.Id || s.SubjectId == Zhang.Id))));
        foreach (var reader in new[] { Secretary, Recorder, Committee }) NeverSays(await Printed(reader: reader), "双重组织生活", "民主生活会", "党组");
    }

    [Fact]
    public async Task Where_somebody_went_is_named_only_to_whoever_sees_that_branch()
    {
        var gone = await Belongs("赵六", MemberStatus.Full, House.FirstBranch);
        await (await Committee.Submit($"/people/{gone.Id}/move", ("Form.Branch", House.SecondBranch.Id.ToString()), ("Form.On", "2026-02-15"))).Leads(Committee, "");
        var own = await Printed();
        Assert.Contains("2026-02-15\n赵六\n转出\n", own, StringComparison.Ordinal);
        NeverSays(own, "第二党支部");
        Assert.Contains("2026-02-15\n赵六\n转出\n转到第二党支部", await Printed(reader: Committee), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meetings_of_a_Party_group_are_there_for_whoever_may_read_them()
    {
        var group = House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch);
        await House.Save();
        await App.Keep(new(2026, 1, 1), House.FirstBranch, group);
        await Held(MeetingKind.Group, new(2026, 2, 3), group);
        var above = App.As(await AccountOfBranchAlone());
        Says(await Printed(), "（一）第一党小组党小组会（2月3日）");
        Says(await Printed(), "党小组会（第一党小组）");
        NeverSays(await Printed(reader: above), "第一党小组");

        async Task<Guid> AccountOfBranchAlone()
        {
            var account = await House.Account("只管本级", (Role.BranchRecorder, House.SecondBranch));
            await App.Given(new Grant { AccountId = account, Role = Role.BranchRecorder, UnitId = House.FirstBranch.Id, Inherit = false, From = new(2026, 1, 1) });
            return account;
        }
    }
}
