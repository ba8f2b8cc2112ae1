using CsCheck;
using Exemplar.Meetings.Voting;

namespace Exemplar.Tests.Meetings.Voting;

/// <summary>The arithmetic of a vote on a matter, from the facts of the domain.</summary>
public sealed class VoteOutcomeTests
{
    private static VoteOutcome Judge(VoteKind kind, int due, int present, int yes, int writtenYes = 0, bool isSecret = true) =>
        VoteOutcome.Of(new() { Kind = kind, Due = due, Present = present, Cast = new(yes, present - yes), Written = new(writtenYes), IsSecret = isSecret });

    [Theory]
    [InlineData(0, 0, 0, VoteResult.NotHeld)]
    [InlineData(1, 0, 0, VoteResult.NotHeld)]
    [InlineData(1, 1, 1, VoteResult.Passed)]
    [InlineData(2, 1, 1, VoteResult.NotPassed)]
    [InlineData(2, 2, 2, VoteResult.Passed)]
    [InlineData(3, 1, 1, VoteResult.NotHeld)]
    [InlineData(3, 2, 1, VoteResult.NotPassed)]
    [InlineData(3, 2, 2, VoteResult.Passed)]
    [InlineData(7, 3, 3, VoteResult.NotHeld)]
    [InlineData(7, 4, 3, VoteResult.NotPassed)]
    [InlineData(7, 4, 4, VoteResult.Passed)]
    [InlineData(20, 9, 9, VoteResult.NotHeld)]
    [InlineData(20, 10, 10, VoteResult.NotPassed)]
    [InlineData(20, 11, 11, VoteResult.Passed)]
    [InlineData(20, 20, 10, VoteResult.NotPassed)]
    [InlineData(21, 11, 11, VoteResult.Passed)]
    [InlineData(21, 11, 10, VoteResult.NotPassed)]
    public void An_ordinary_vote_passes_with_more_than_half_of_those_due(int due, int present, int yes, VoteResult expected) =>
        Assert.Equal(expected, Judge(VoteKind.Ordinary, due, present, yes).Result);

    [Theory]
    [InlineData(20, 10, 10, 5, VoteResult.NotHeld)]
    [InlineData(20, 11, 11, 0, VoteResult.Passed)]
    [InlineData(20, 11, 10, 0, VoteResult.NotPassed)]
    [InlineData(20, 11, 10, 1, VoteResult.Passed)]
    [InlineData(20, 12, 8, 2, VoteResult.NotPassed)]
    [InlineData(2, 1, 1, 1, VoteResult.NotHeld)]
    [InlineData(3, 2, 1, 1, VoteResult.Passed)]
    [InlineData(7, 4, 2, 2, VoteResult.Passed)]
    public void Admission_counts_the_written_opinions_of_absent_members(int due, int present, int yes, int written, VoteResult expected) =>
        Assert.Equal(expected, Judge(VoteKind.Admission, due, present, yes, written).Result);

    [Theory]
    [InlineData(VoteKind.Ordinary, 20, 12, 10, VoteResult.NotPassed)]
    [InlineData(VoteKind.Committee, 5, 3, 2, VoteResult.NotPassed)]
    [InlineData(VoteKind.Leadership, 7, 4, 3, VoteResult.NotPassed)]
    [InlineData(VoteKind.LeadershipPersonnel, 7, 5, 3, VoteResult.NotPassed)]
    public void No_other_vote_counts_them(VoteKind kind, int due, int present, int yes, VoteResult expected) =>
        Assert.Equal(expected, Judge(kind, due, present, yes, writtenYes: 2).Result);

    [Theory]
    [InlineData(VoteKind.Committee, 5, 2, 2, VoteResult.NotHeld)]
    [InlineData(VoteKind.Committee, 5, 3, 3, VoteResult.Passed)]
    [InlineData(VoteKind.Committee, 3, 2, 1, VoteResult.NotPassed)]
    [InlineData(VoteKind.Leadership, 7, 3, 3, VoteResult.NotHeld)]
    [InlineData(VoteKind.Leadership, 7, 4, 4, VoteResult.Passed)]
    [InlineData(VoteKind.Leadership, 8, 4, 4, VoteResult.NotPassed)]
    [InlineData(VoteKind.LeadershipPersonnel, 7, 4, 4, VoteResult.NotHeld)]
    [InlineData(VoteKind.LeadershipPersonnel, 7, 5, 4, VoteResult.Passed)]
    [InlineData(VoteKind.LeadershipPersonnel, 9, 6, 4, VoteResult.NotPassed)]
    public void Committees_and_leadership_groups_vote_by_their_own_rules(VoteKind kind, int due, int present, int yes, VoteResult expected) =>
        Assert.Equal(expected, Judge(kind, due, present, yes).Result);

    [Fact]
    public void The_reasons_stand_beside_the_result()
    {
        var outcome = Judge(VoteKind.Admission, 20, 12, 10, writtenYes: 1);

        Assert.Equal("实到 12 人，须超过应到 20 人的半数，即至少 11 人，达到", outcome.Grounds[0].Sentence);
        Assert.Equal("赞成 11 票（含书面意见 1 票），须超过应到 20 人的半数，即至少 11 票，达到", outcome.Grounds[1].Sentence);
        Assert.All(outcome.Grounds, ground => Assert.True(ground.IsMet));
    }

    [Fact]
    public void Without_enough_present_the_count_is_not_judged() => Assert.Single(Judge(VoteKind.Ordinary, 20, 9, 9).Grounds);

    [Fact]
    public void An_open_vote_on_admission_is_warned_of_and_decides_nothing()
    {
        var outcome = Judge(VoteKind.Admission, 20, 12, 11, isSecret: false);

        Assert.Equal(VoteResult.Passed, outcome.Result);
        var warning = Assert.Single(outcome.Grounds, g => !g.IsMet);
        Assert.Equal("接收和转正预备党员须无记名投票，本次是公开表决", warning.Sentence);
        Assert.False(warning.Decides);
        Assert.All(Judge(VoteKind.Ordinary, 20, 12, 11, isSecret: false).Grounds, g => Assert.True(g.IsMet));
    }

    [Theory]
    [InlineData(20, 12, 11, 1, 0, 0, null)]
    [InlineData(20, 12, 10, 1, 0, 0, "赞成、反对、弃权和未投、无效合计 11，应与实到 12 人相等")]
    [InlineData(20, 12, 12, 1, 0, 0, "赞成、反对、弃权和未投、无效合计 13，应与实到 12 人相等")]
    [InlineData(20, 12, 9, 1, 1, 1, null)]
    [InlineData(20, 12, -1, 13, 0, 0, "票数不能小于 0")]
    [InlineData(20, 21, 21, 0, 0, 0, "实到 21 人，多于应到 20 人")]
    public void The_numbers_must_add_up_to_those_present(int due, int present, int yes, int no, int abstained, int invalid, string? refusal) =>
        Assert.Equal(refusal, new VoteCount { Kind = VoteKind.Ordinary, Due = due, Present = present, Cast = new(yes, no, abstained, invalid) }.Refuse()?.Message);

    [Fact]
    public void Written_opinions_come_from_absent_members_and_only_on_admission()
    {
        var count = new VoteCount { Kind = VoteKind.Admission, Due = 20, Present = 18, Opinions = 2, Cast = new(18), Written = new(2) };

        Assert.Null(count.Refuse());
        Assert.Equal("书面意见 3 份，多于到会情况里登记的 2 份", (count with { Written = new(2, 1) }).Refuse()?.Message);
        Assert.Equal("书面意见只在接收、转正预备党员时计入票数", (count with { Kind = VoteKind.Ordinary }).Refuse()?.Message);
    }

    private static readonly Gen<VoteCount> Counts =
        from kind in Gen.Enum<VoteKind>()
        from due in Gen.Int[0, 60]
        from present in Gen.Int[0, due]
        from yes in Gen.Int[0, present]
        from no in Gen.Int[0, present - yes]
        from written in Gen.Int[0, kind is VoteKind.Admission ? due - present : 0]
        select new VoteCount { Kind = kind, Due = due, Present = present, Cast = new(yes, no, present - yes - no), Opinions = written, Written = new(written), IsSecret = true };

    [Fact]
    public void Another_yes_never_turns_passed_into_not_passed() => Counts.Where(c => c.Cast.No > 0).Sample(count =>
    {
        var more = count with { Cast = count.Cast with { Yes = count.Cast.Yes + 1, No = count.Cast.No - 1 } };
        return VoteOutcome.Of(count).Result is not VoteResult.Passed || VoteOutcome.Of(more).Result is VoteResult.Passed;
    });

    [Fact]
    public void What_passes_has_more_than_half_of_those_due_behind_it() => Counts.Sample(count =>
        count.Refuse() is null && (VoteOutcome.Of(count).Result is not VoteResult.Passed || 2 * (count.Cast.Yes + count.Written.Yes) > count.Due));

    [Fact]
    public void Another_member_due_never_turns_what_did_not_pass_into_passed() => Counts.Sample(count =>
        VoteOutcome.Of(count).Result is VoteResult.Passed || VoteOutcome.Of(count with { Due = count.Due + 1 }).Result is not VoteResult.Passed);

    [Fact]
    public void The_result_is_what_the_deciding_grounds_say() => Counts.Sample(count =>
        (VoteOutcome.Of(count).Result is VoteResult.Passed) == VoteOutcome.Of(count).Grounds.Where(g => g.Decides).All(g => g.IsMet));
}
