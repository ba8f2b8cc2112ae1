using Exemplar.Campaigns.Reading;
using Exemplar.Organization;

namespace Exemplar.Campaigns;

/// <summary>What a person says of a proposal: what it is, who owns it, when it is due, to which stage it belongs.</summary>
public class ProposalFields
{
    [Display(Name = "名称"), Required, StringLength(ProposedItem.LongestTitle)]
    public string Title { get; set; } = "";

    [Display(Name = "作为"), Required]
    public PlanItemKind? Kind { get; set; }

    [Display(Name = "全部科室牵头")]
    public bool AllDepartments { get; set; }

    [Display(Name = "全部党支部牵头")]
    public bool AllBranches { get; set; }

    [Display(Name = "牵头单位")]
    public List<Guid> Owners { get; set; } = [];

    [Display(Name = "配合单位")]
    public List<Guid> CoOwners { get; set; } = [];

    [Display(Name = "完成时限")]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "频次"), StringLength(ProposedItem.LongestRecurrence)]
    public string? Recurrence { get; set; }

    [Display(Name = "目标"), StringLength(1000)]
    public string? Targets { get; set; }

    [Display(Name = "所属阶段")]
    public Guid? Stage { get; set; }

    [Display(Name = "阶段开始")]
    public DateOnly? StartsOn { get; set; }

    [Display(Name = "阶段结束")]
    public DateOnly? EndsOn { get; set; }

    /// <summary>The units and stages to choose from.</summary>
    public sealed record Choices(IReadOnlyList<Unit> Units, IReadOnlyList<ProposedItem> Stages);

    /// <summary>Turns "all branches" into the branches, and refuses what was not offered.</summary>
    public Refusal? Settle(Choices offered)
    {
        if (AllDepartments) Owners.AddRange(offered.Units.Where(u => u.Kind is UnitKind.Department).Select(u => u.Id));
        if (AllBranches) Owners.AddRange(offered.Units.Where(u => u.Kind is UnitKind.Branch or UnitKind.GeneralBranch).Select(u => u.Id));
        (AllDepartments, AllBranches, Owners) = (false, false, [.. Owners.Distinct()]);
        if (Owners.Concat(CoOwners).Except(offered.Units.Select(u => u.Id)).Any()) return new Refusal(nameof(Owners), "只能选本单位的科室和支部");
        return Stage is { } stage && offered.Stages.All(s => s.Id != stage) ? new Refusal(nameof(Stage), "没有这个阶段") : null;
    }
}

public static class ProposalChoices
{
    public static async Task<ProposalFields.Choices> ChoicesOf(this AppDb db, PlacedCampaign found, CancellationToken ct) => new(
        await db.AnsweringUnits(found.Host, ct),
        await db.ProposedItems.AsNoTracking()
            .Where(i => i.CampaignId == found.Campaign.Id && i.Kind == PlanItemKind.Stage && i.Decision != ItemDecision.Dropped && i.Decision != ItemDecision.Merged)
            .OrderBy(i => i.Start).ToListAsync(ct));
}
