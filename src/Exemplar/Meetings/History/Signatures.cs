namespace Exemplar.Meetings.History;

internal static class Signatures
{
    /// <summary>2026年3月10日签字（纸质，存档号 2026-3）；签字后修订：2026年3月12日（地点写错）. Empty before it is signed.</summary>
    public static string Of(Meeting meeting)
    {
        if (meeting.Steps.Find(s => s.Kind is MeetingStepKind.Locked) is not { } locked) return "";
        var paper = meeting.Steps.Find(s => s.Kind is MeetingStepKind.SignedOnPaper);
        var amended = meeting.Steps.Where(s => s.Kind is MeetingStepKind.Amended or MeetingStepKind.PeopleMerged && s.At >= locked.At).OrderBy(s => s.At).Select(s => $"{Day(s)}（{s.Text}）").ToList();
        return $"{Day(locked)}签字{(paper is null ? "（在系统内）" : $"（纸质，存档号 {paper.Text}）")}{(amended.Count > 0 ? $"；签字后修订：{string.Join('、', amended)}" : "")}";
    }

    private static string Day(MeetingStep step) => DateOnly.FromDateTime(step.At.InOffice().Date).InWords();
}
