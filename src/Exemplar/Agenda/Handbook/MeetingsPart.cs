using Exemplar.Documents.Official;
using Exemplar.Meetings;
using Exemplar.Meetings.Papers;
using Exemplar.Tasks;

namespace Exemplar.Agenda.Handbook;

/// <summary>四、会议和活动记录: each meeting by date as a form of what its record holds.</summary>
internal static class MeetingsPart
{
    public static IEnumerable<Block> Of(HandbookYear year)
    {
        var sessions = year.Held.Sessions.ToList();
        if (sessions.Count == 0) yield return new BodyText($"{year.Year}年没有会议和活动记录。");
        if (year.Held.CountedBefore.Count > 0)
            yield return new BodyText($"{year.Year}年召开、计入{year.Year - 1}年度的 {year.Held.CountedBefore.Count} 次（{string.Join('、', year.Held.CountedBefore.Select(m => m.Name).Distinct())}），写在{year.Year - 1}年度的手册里。");
        foreach (var meeting in sessions)
        {
            yield return new BodyHeading(2, $"{meeting.Name}（{year.DayOf(meeting.Row.HeldOn)}）");
            yield return new FieldTable([.. Rows(meeting)]) { IsWhole = true };
        }
    }

    private static IEnumerable<IReadOnlyList<Field>> Rows(HeldMeeting meeting)
    {
        var row = meeting.Row;
        yield return [new("时间", $"{row.HeldOn.InWords()}{(row.StartsAt is { } starts ? $" {starts:HH:mm}{(row.EndsAt is { } ends ? $"—{ends:HH:mm}" : "")}" : "")}{(row.CountsFor == row.HeldOn.Year ? "" : $"，计入{row.CountsFor}年度")}")];
        if (row.Place.Length > 0) yield return [new("地点", row.Place)];
        yield return [new("主持人", row.Chair), new("记录人", row.Recorder)];
        if (row.Lecturer.Length > 0) yield return [new("授课人", row.Lecturer)];
        yield return [new("到会", $"{new MeetingNumbers(row.Due, row.Present).InWords}{(row.StudyTenths > 0 ? $"，出席的每人 {row.StudyTenths / 10m:0.#} 学时" : "")}")];
        if (meeting.Away.Count > 0) yield return [new("未到", Away(meeting.Away))];
        if (meeting.Guests.Count > 0) yield return [new("列席", string.Join('、', meeting.Guests))];
        if (row.Topic.Length > 0 && (meeting.Items.Count != 1 || meeting.Items[0].Title != row.Topic)) yield return [new("主题", row.Topic)];
        if (row.FirstTopic) yield return [new("第一议题", "有")];
        foreach (var item in meeting.Items) yield return [new(Name(meeting, item), Item(meeting, item))];
        foreach (var matter in meeting.Matters.Where(m => m.ItemId is null)) yield return [new("重大事项", string.Join('\n', [matter.Title, .. meeting.Votes.Where(v => v.MatterId == matter.Id).Select(v => $"表决：{Wording.Of(v)}")]))];
        foreach (var election in meeting.Elections) yield return [new("选举", $"{election.Post}：{Wording.Of(election)}")];
        if (meeting.Kind.HearsCriticism && meeting.Items.Any(i => i.Discussion.Length > 0)) yield return [new("说明", "批评和自我批评的发言在会议记录里，不抄入手册。")];
        var carriedOut = meeting.Items.Where(i => i.Decision.Length > 0).Select(i => CarriedOut(meeting, i)).OfType<string>().ToList();
        if (carriedOut.Count > 0) yield return [new("议定事项\n的落实", string.Join('\n', carriedOut))];
        if (meeting.Steps.Count > 0) yield return [new("步骤", string.Join('\n', meeting.Steps.Select(s => $"{s.On.InWords()} {s.Title}")))];
        if (row.State is MeetingState.Locked) yield return [new("签字", row.ArchiveNumber.Length > 0 ? $"已签字，存档号 {row.ArchiveNumber}" : "已签字")];
    }

    /// <summary>请假 2 人：张三（出差）、李四；缺席 1 人：王五</summary>
    public static string Away(IReadOnlyList<AwayLine> away) => string.Join('；', away.GroupBy(a => a.Attendance).OrderBy(g => g.Key).Select(g =>
        $"{g.Key.Name()} {g.Count()} 人：{Names(g)}"));

    public static string Names(IEnumerable<AwayLine> away) => string.Join('、', away.Select(a => a.Reason.Length > 0 ? $"{a.Name}（{a.Reason}）" : a.Name));

    /// <summary>议题2; an only one has no number.</summary>
    private static string Name(HeldMeeting meeting, DecidedItem item) => meeting.Items.Count > 1 ? $"议题{item.Number}" : "议题";

    private static string Item(HeldMeeting meeting, DecidedItem item)
    {
        List<string> lines = [item.Title];
        if (meeting.MatterOf(item.Id) is { } matter) lines.Add(Wording.Consulted(matter, meeting.Votes));
        if (item.Discussion.Length > 0 && !meeting.Kind.HearsCriticism) lines.Add($"记录：{item.Discussion}");
        lines.AddRange(meeting.Votes.Where(v => v.ItemId == item.Id).Select(v => $"表决：{Wording.Of(v)}"));
        if (item.Decision.Length > 0) lines.Add($"决定：{item.Decision}");
        return string.Join('\n', lines);
    }

    /// <summary>议题1：第一党支部承办，2026年6月30日前，已办结；3月20日会上通报已落实. Null where nobody was given it and nobody reported: most decisions are carried out at once.</summary>
    private static string? CarriedOut(HeldMeeting meeting, DecidedItem item)
    {
        List<string> said = [.. item.Tasks.Select(t => $"{t.Unit}承办{(t.DueOn is { } due ? $"，时限{due.InWords()}" : "")}，{(t.State is AssignmentState.Done ? "已办结" : t.State.Name())}")];
        if (item.Review is { } review) said.Add($"{review.On.InWords()}会上通报{(review.IsDone ? "已落实" : "未落实")}");
        return said.Count == 0 ? null : $"{(meeting.Items.Count > 1 ? $"{Name(meeting, item)}：" : "")}{string.Join('；', said)}";
    }
}
