using Exemplar.Meetings;

namespace Exemplar.Tests.Meetings;

public sealed class MeetingKindsTests
{
    private static readonly MeetingKinds Kinds = MeetingKinds.Read();

    [Fact]
    public void The_file_holds_every_kind_that_the_rules_speak_of() => Assert.Equal(
        ["members", "committee", "group", "lecture", "party-day", "org-life", "appraisal", "democratic-life", "leadership", "study-group", "talks", "reporting", "training"], Kinds.All.Select(k => k.Key));

    [Fact]
    public void Every_kind_is_held_somewhere_and_chaired_by_a_post_that_a_unit_of_it_has() => Assert.All(Kinds.All, kind =>
    {
        Assert.NotEmpty(kind.UnitKinds);
        Assert.NotEmpty(kind.Source);
        Assert.NotEmpty(kind.Chair);
        Assert.All(kind.Chair, post => Assert.Contains(kind.UnitKinds, unit => Exemplar.Organization.Post.KindsIn(unit).Contains(post)));
    });

    [Fact]
    public void What_is_often_a_work_secret_keeps_no_text() =>
        Assert.Equal(["democratic-life", "leadership", "talks"], Kinds.All.Where(k => !k.KeepsText).Select(k => k.Key));

    [Fact]
    public void Only_what_a_years_notice_may_move_counts_for_the_year_before() =>
        Assert.Equal(["org-life", "appraisal", "democratic-life", "talks", "reporting"], Kinds.All.Where(k => k.MayCountBefore).Select(k => k.Key));

    [Theory]
    [InlineData("committee", "2026-02-10", "2026-03-31")]
    [InlineData("members", "2026-02-10", "2026-05-01")]
    [InlineData("org-life", "2026-12-31", "2027-05-01")]
    public void A_record_is_frozen_thirty_days_after_its_period(string kind, string counts, string frozen) =>
        Assert.Equal(DateOnly.Parse(frozen), Kinds.Find(kind)!.FrozenFrom(DateOnly.Parse(counts)));
}
