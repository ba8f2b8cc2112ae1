namespace Exemplar.Meetings.History;

internal static class StagesOfMeeting
{
    /// <summary>Entries of the log that take a meeting on without changing what it says.</summary>
    public static readonly IReadOnlyCollection<string> Kinds = ["meetings.notice", MeetingsCapability.Record, MeetingsCapability.Sign, "meetings.issue"];
}
