using Exemplar.Documents.Official;

namespace Exemplar.Agenda.Handbook;

/// <summary>七、谈心谈话: the year's confirmation with its exceptions. No single talk is on record.</summary>
internal static class TalksPart
{
    public static IEnumerable<Block> Of(MeetingsOfYear held)
    {
        var confirmations = held.Confirmations.ToList();
        if (confirmations.Count == 0) yield return new BodyText("没有登记谈心谈话的年度确认。");
        foreach (var meeting in confirmations)
            yield return new BodyText($"{meeting.Row.HeldOn.InWords()}确认：{(meeting.Away.Count == 0 ? "全部谈到" : $"没有谈到 {meeting.Away.Count} 人，{MeetingsPart.Names(meeting.Away)}")}。不登记每次谈话。");
    }
}
