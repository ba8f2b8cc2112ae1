namespace Exemplar.Meetings;

public sealed partial class Meeting
{
    /// <summary>签字 by the chair's or the recorder's own account; when everybody has, the page is locked.</summary>
    public Refusal? Sign(Act by)
    {
        if (State is not MeetingState.Held) return new Refusal(State is MeetingState.Locked ? "已经签过字了" : $"会议{State.Name()}，不能签字");
        if (by.Person is not { } person || (person != ChairId && person != RecorderId)) return new Refusal("须由主持人、记录人用本人账号签字；在纸上签了的，填存档号");
        var (chairs, records) = (person == ChairId && ChairSignedAt is null, person == RecorderId && RecorderSignedAt is null);
        if (!chairs && !records) return new Refusal("您已经签过，等待另一位签字");
        if (chairs)
        {
            ChairSignedAt = by.At;
            Add(MeetingStepKind.SignedByChair, by);
        }
        if (records)
        {
            RecorderSignedAt = by.At;
            Add(MeetingStepKind.SignedByRecorder, by);
        }
        if (RecorderSignedAt is not null && (ChairId is null || ChairSignedAt is not null)) Lock(by);
        return null;
    }

    /// <summary>纸质签字: the paper was signed and lies under this number.</summary>
    public Refusal? SignOnPaper(string number, Act by)
    {
        if (State is not MeetingState.Held) return new Refusal(State is MeetingState.Locked ? "已经签过字了" : $"会议{State.Name()}，不能签字");
        if (string.IsNullOrWhiteSpace(number)) return new Refusal(nameof(ArchiveNumber), "请填写纸质记录的存档号");
        ArchiveNumber = number.Trim();
        Add(MeetingStepKind.SignedOnPaper, by, ArchiveNumber);
        Lock(by);
        return null;
    }

    private void Lock(Act by)
    {
        State = MeetingState.Locked;
        Add(MeetingStepKind.Locked, by);
    }
}
