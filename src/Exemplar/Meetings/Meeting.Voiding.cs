namespace Exemplar.Meetings;

public sealed partial class Meeting
{
    /// <summary>It was signed, whatever became of it afterwards.</summary>
    public bool WasSigned => Steps.Exists(s => s.Kind is MeetingStepKind.Locked);

    /// <summary>作废: it was recorded by mistake. Everything that was recorded stays, and the reason beside it.</summary>
    public Refusal? Void(string reason, Act by)
    {
        if (State is MeetingState.Planned) return new Refusal("会议还没有记录：没有开的，请取消会议");
        if (!WasHeld) return new Refusal($"会议{State.Name()}，不用作废");
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("Reason", "请写明作废的原因");
        State = MeetingState.Voided;
        Add(MeetingStepKind.Voided, by, reason);
        return null;
    }

    /// <summary>恢复: it took place after all, and stands as it did before.</summary>
    public Refusal? Restore(string reason, Act by)
    {
        if (State is not MeetingState.Voided) return new Refusal("会议没有作废，不用恢复");
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("Reason", "请写明恢复的原因");
        State = WasSigned ? MeetingState.Locked : MeetingState.Held;
        Add(MeetingStepKind.Restored, by, reason);
        return null;
    }
}
