using Exemplar.Organization;
using Exemplar.Tasks;
using Exemplar.Tasks.Supervision;

namespace Exemplar.Campaigns.Supervision;

public enum DeskFilter
{
    /// <summary>Waits for a word, is late, or falls due within <see cref="SupervisedShares.Near"/> days.</summary>
    [Display(Name = "眼下要办")] Now,
    [Display(Name = "未办结")] Open,
    [Display(Name = "逾期未报结")] Late,
    [Display(Name = "待验收")] Submitted,
    [Display(Name = "延期待批")] AskedTime,
    [Display(Name = "全部")] All,
}

/// <summary>What the desk is narrowed to.</summary>
public sealed record DeskQuery(Guid? Campaign = null, Guid? Stage = null, DeskFilter Show = DeskFilter.Now, Colour? Colour = null, Guid? Unit = null, string? After = null);

/// <summary>A share of a task with its unit and task: what every list of the desk is made of.</summary>
public sealed class SupervisedShare
{
    public required Assignment Assignment { get; init; }
    public required WorkTask Task { get; init; }
    public required Unit Unit { get; init; }
}

public static class SupervisedShares
{
    public const int Near = 10;

    /// <summary>The shares of tasks that the actor's units have issued in campaigns, narrowed by the query.</summary>
    public static IQueryable<SupervisedShare> Supervised(this AppDb db, Actor actor, DeskQuery query, DateOnly today)
    {
        var issuers = db.Units.Where(actor, CampaignsCapability.Supervise).Select(u => u.Id);
        var tasks = db.Tasks.Where(t => issuers.Contains(t.IssuerId));
        tasks = query.Campaign is { } campaign ? tasks.Where(t => t.SourceId == campaign) : tasks.Where(t => db.Campaigns.Any(c => c.Id == t.SourceId));
        if (query.Stage is { } stage) tasks = tasks.Where(t => t.StageId == stage);

        var near = today.AddDays(Near);
        var shares = query.Show switch
        {
            DeskFilter.Now => db.Assignments.Where(a => a.State == AssignmentState.Submitted || a.AskedDueOn != null || (a.FinishedAt == null && a.SortsOn <= near)),
            DeskFilter.Open => db.Assignments.Where(a => a.State != AssignmentState.Done),
            DeskFilter.Late => db.Assignments.Late(today),
            DeskFilter.Submitted => db.Assignments.Where(a => a.State == AssignmentState.Submitted),
            DeskFilter.AskedTime => db.Assignments.Where(a => a.AskedDueOn != null),
            _ => db.Assignments,
        };
        if (query.Unit is { } unit) shares = shares.Where(a => a.UnitId == unit);
        if (query.Colour is { } colour) shares = shares.Where(a => db.HighestSlips().Any(s => s.AssignmentId == a.Id && s.Colour == colour));
        return shares.Join(tasks, a => a.TaskId, t => t.Id, (a, t) => new { a, t })
            .Join(db.Units, x => x.a.UnitId, u => u.Id, (x, u) => new SupervisedShare { Assignment = x.a, Task = x.t, Unit = u });
    }

    /// <summary>In organization order, within a unit by date.</summary>
    public static IOrderedQueryable<SupervisedShare> InOrder(this IQueryable<SupervisedShare> shares) =>
        shares.OrderBy(x => x.Unit.Order).ThenBy(x => x.Assignment.SortsOn).ThenBy(x => x.Assignment.Id);
}
