namespace Exemplar.Tasks;

/// <summary>A task as one line of a superior's form.</summary>
public sealed record TaskRecord(string Title, string Text, string Leads, string Helps, string Heads, DateOnly? Due, string Progress, string State, bool IsDone, DateOnly? DoneOn, string Targets, string Stage)
{
    public sealed record Share(Guid TaskId, Guid UnitId, string Unit, bool Leads, AssignmentState State, DateTimeOffset? DoneAt, string LastReport, string Heads);

    /// <param name="units">For whom the form is filled: their own shares answer; nobody named means those who lead.</param>
    public static TaskRecord Of(WorkTask task, IReadOnlyList<Share> shares, IReadOnlyList<Guid> units, string stage)
    {
        var own = shares.Where(s => units.Count == 0 || units.Contains(s.UnitId)).ToList();
        var answering = own.Exists(s => s.Leads) ? own.FindAll(s => s.Leads) : own;
        var isDone = answering.Count > 0 && answering.TrueForAll(s => s.State is AssignmentState.Done);
        return new(task.Title, task.Text.Length > 0 ? task.Text : task.Title,
            string.Join('、', shares.Where(s => s.Leads).Select(s => s.Unit)), string.Join('、', shares.Where(s => !s.Leads).Select(s => s.Unit)),
            string.Join('、', answering.Select(s => s.Heads).Where(h => h.Length > 0).Distinct()), task.DueOn,
            Said(answering, s => s.LastReport), Said(answering, s => s.State.Name()), isDone,
            isDone && answering.Max(s => s.DoneAt) is { } at ? DateOnly.FromDateTime(at.InOffice().Date) : null,
            string.Join('；', task.Targets), stage);
    }

    /// <summary>What all say alike, or each with its name before it.</summary>
    private static string Said(List<Share> shares, Func<Share, string> what) => shares.Select(what).Distinct().ToList() is [var same]
        ? same
        : string.Join('\n', shares.Where(s => what(s).Length > 0).Select(s => $"{s.Unit}：{what(s)}"));
}
