using Exemplar.Meetings;
using Exemplar.Meetings.Past;
using Exemplar.Meetings.Recording;
using Exemplar.Organization;
using Exemplar.People;

namespace Exemplar.Tests.Meetings.Past;

/// <summary>A branch of five by the roster of that day, or a roster that does not reach back so far.</summary>
public sealed class RowNumbersTests
{
    private static readonly RollPlace[] Five = [.. "甲乙丙丁戊".Select(name => new RollPlace(Guid.CreateVersion7(), $"{name}某某", MemberStatus.Full, Votes: true))];

    /// <summary>What the row says; whom it names; due, came, and due by the roster.</summary>
    [Theory]
    [InlineData("全体党员", "", 5, 0, 5, 5, 5)]
    [InlineData("全体党员6人", "", 5, 0, 6, 6, null)]             // as written, whatever the roster
    [InlineData("全体党员", "甲某某请假", 4, 1, 5, 4, 5)]
    [InlineData("甲某某、乙某某、丙某某", "", 3, 0, null, 3, 5)]
    [InlineData("等4人", "", 0, 0, null, 4, 5)]
    [InlineData("等7人", "", 0, 0, null, 7, null)]                 // more than the roster knows: guests were among them
    [InlineData("", "", 0, 0, null, null, 5)]
    public void The_row_is_believed_and_the_roster_fills_in_who_was_due(string who, string away, int came, int excused, int? due, int? present, int? onRoll) =>
        Assert.Equal(new MeetingNumbers(due, present) { OnRoll = onRoll }, Of(WhoCame.Read(who, "", "", away), came, excused, isOfDay: true));

    [Fact]
    public void Nothing_follows_from_a_roster_that_does_not_reach_back_or_from_names_that_it_does_not_know()
    {
        Assert.Equal(new MeetingNumbers(null, null), Of(WhoCame.Read("全体党员", "", "", ""), 0, 0, isOfDay: false));
        Assert.Equal(new MeetingNumbers(null, 4), Of(WhoCame.Read("等4人", "", "", ""), 0, 0, isOfDay: false));
        Assert.Equal(new MeetingNumbers(null, null), Of(WhoCame.Read("全体党员（己某某请假）", "", "", ""), 5, 0, isOfDay: true, isSure: false));
    }

    /// <summary>Who belongs to a Party group is not kept.</summary>
    [Fact]
    public void Of_a_Party_group_the_roster_says_nothing() =>
        Assert.Equal(new MeetingNumbers(null, 3), Of(WhoCame.Read("等3人", "", "", ""), 0, 0, isOfDay: true, unit: UnitKind.PartyGroup));

    private static MeetingNumbers Of(WhoCame said, int came, int excused, bool isOfDay, bool isSure = true, UnitKind unit = UnitKind.Branch)
    {
        RollMark[] marks = [.. Five.Take(came).Select(p => new RollMark(p, Attendance.Present, "")), .. Five.Skip(came).Take(excused).Select(p => new RollMark(p, Attendance.Excused, ""))];
        return RowNumbers.Of(said, UnitOf(unit), MeetingKinds.Read().Find(MeetingKind.PartyDay)!, new(Five, [], isOfDay, isOfDay), marks, isSure);
    }

    private static Unit UnitOf(UnitKind kind)
    {
        var office = Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "某局", null, 1, 1).Value!;
        return Unit.Found(Guid.CreateVersion7(), kind, "某支部", office, 2, 1).Value!;
    }
}
