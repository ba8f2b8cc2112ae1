namespace Exemplar.Organization;

/// <summary>组建方式: how a branch came to be.</summary>
public enum Formation
{
    [Display(Name = "单独组建")] Own,

    /// <summary>Of neighbouring units, none of which has three full members (ORG-03).</summary>
    [Display(Name = "联合组建（联合党支部）")] Joint,

    /// <summary>For a task, with which it ends (ORG-04).</summary>
    [Display(Name = "临时组建（临时党支部）")] Temporary,
}

public sealed partial class Unit
{
    private const int FewestCovered = 2, MostCovered = 99;

    /// <summary>Other units than branches have none but the first.</summary>
    public Formation Formation { get; private set; }

    /// <summary>How many units a joint branch covers; null for any other.</summary>
    public int? CoveredUnits { get; private set; }

    /// <summary>The day on which the task of a temporary branch ends, as it is known now; null for any other.</summary>
    public DateOnly? TaskEndsOn { get; private set; }

    /// <summary>What was typed for another way of forming is let go.</summary>
    public Refusal? FormAs(Formation formation, int? coveredUnits, DateOnly? taskEndsOn)
    {
        if (formation is not Formation.Own && Kind is not UnitKind.Branch) return new Refusal(nameof(Formation), $"{Kind.Name()}没有{formation.Name()}");
        if (formation is Formation.Joint && coveredUnits is not (>= FewestCovered and <= MostCovered)) return new Refusal(nameof(CoveredUnits), $"联合党支部请填写由几个单位组成，{FewestCovered} 到 {MostCovered} 个");
        if (formation is Formation.Temporary && taskEndsOn is null) return new Refusal(nameof(TaskEndsOn), "临时党支部请填写任务结束的日期，没有定的先填预计的");
        Formation = formation;
        CoveredUnits = formation is Formation.Joint ? coveredUnits : null;
        TaskEndsOn = formation is Formation.Temporary ? taskEndsOn : null;
        return null;
    }
}
