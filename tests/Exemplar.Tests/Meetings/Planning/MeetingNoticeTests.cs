using Exemplar.Meetings;
using Exemplar.Meetings.Planning;
using Exemplar.Organization;
using Exemplar.Platform.Log;

namespace Exemplar.Tests.Meetings.Planning;

/// <summary>Read on Tuesday, 10 March 2026.</summary>
public sealed class MeetingNoticeTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly Unit Office = Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "某局", null, 1, 1).Value!;
    private static readonly Unit First = Unit.Found(Guid.CreateVersion7(), UnitKind.Branch, "第一党支部", Office, 2, 1).Value!;
    private static readonly Unit Second = Unit.Found(Guid.CreateVersion7(), UnitKind.Branch, "第二党支部", Office, 3, 2).Value!;
    private static readonly MeetingPlaces Places = new([First, Second], MeetingKinds.Read());

    /// <summary>On, from, to, place, kind, unit, topic, agenda; / is a line end of the notice.</summary>
    public static TheoryData<string, string> Notices => new()
    {
        { "【会议通知】第一党支部定于3月13日（周五）15:00至16:30召开支部党员大会。/地点：三楼会议室/主题：学习文件/议程：/1. 通报落实情况/2. 讨论发展对象/参加人员：全体党员", "2026-03-13 15:00 16:30 三楼会议室 members 第一党支部 学习文件 通报落实情况;讨论发展对象" },
        { "各位党员：明天下午3点在203会议室召开主题党日，请准时参加。", "2026-03-11 15:00 - 203会议室 party-day - - " },
        { "本周五上午9点半党课，地点：一楼大厅。", "2026-03-13 09:30 - 一楼大厅 lecture - - " },
        { "下周一下午2:30-4:00支委会", "2026-03-16 14:30 16:00 - committee - - " },
        { "经研究，定于2026年4月9日召开述职评议会。2026年3月9日", "2026-04-09 - - - reporting - - " },
        { "请各支部于1月5日前报送。", "2026-01-05 - - - - - - " },
        { "9月8日组织生活会", "2026-09-08 - - - org-life - - " },
        { "2月30日开会", "- - - - - - - " },
        { "机关第二党支部：3月20号党课改到二楼会议室，题目：作风建设", "2026-03-20 - - 二楼会议室 lecture 机关第二党支部 作风建设 " },
        { "大家好", "- - - - - - - " },
    };

    [Theory]
    [MemberData(nameof(Notices))]
    public void What_a_notice_says_is_read_and_what_it_does_not_say_stays_open(string text, string read)
    {
        var notice = MeetingNotice.Read(text.Replace('/', '\n'), Today);
        Assert.Equal(read, string.Join(' ', notice.On?.ToString("yyyy-MM-dd") ?? "-", notice.StartsAt?.ToString("HH:mm") ?? "-", notice.EndsAt?.ToString("HH:mm") ?? "-",
            notice.Place.Length > 0 ? notice.Place : "-", notice.Kind ?? "-", notice.Unit ?? "-", notice.Topic.Length > 0 ? notice.Topic : "-", string.Join(';', notice.Agenda)));
    }

    [Fact]
    public void The_notices_of_the_program_itself_are_read_back_whole()
    {
        foreach (var kind in MeetingKinds.Read().In(UnitKind.Branch).Where(k => !k.IsConfirmation))
        {
            var meeting = Meeting.Plan(Guid.CreateVersion7(), kind, First, new(new(2026, 3, 20), new(9, 0), new(10, 30), "三楼会议室", "学习文件", null, null, ["通报", "讨论"]), new Act(null, null, new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero)), Today).Value!;
            var notice = MeetingNotice.Read(NoticeText.Of(new(meeting, kind, First), 12), Today);
            Assert.Equal((meeting.HeldOn, meeting.StartsAt, meeting.EndsAt, meeting.Place, meeting.Topic, kind.Key), (notice.On, notice.StartsAt, notice.EndsAt, notice.Place, notice.Topic, notice.Kind));
            Assert.Equal(["通报", "讨论"], notice.Agenda);
            Assert.Equal(MeetingPlaces.Key(First.Id, kind.Key), notice.Choice(Places));
        }
    }

    [Theory]
    [InlineData("第二支部3月20日党课", "第二党支部")]
    [InlineData("机关第一党支部3月20日党课", "第一党支部")]
    [InlineData("第三党支部3月20日党课", null)]
    [InlineData("3月20日党课", null)]
    public void The_choice_is_made_only_where_one_body_is_meant(string text, string? unit) =>
        Assert.Equal(unit, Places.Find(MeetingNotice.Read(text, Today).Choice(Places))?.Unit.Name);

    [Fact]
    public void Where_only_one_body_holds_such_meetings_it_is_that_one() =>
        Assert.Equal(MeetingPlaces.Key(First.Id, MeetingKind.Lecture), MeetingNotice.Read("3月20日党课", Today).Choice(Places with { Units = [First] }));
}
