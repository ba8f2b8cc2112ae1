using Exemplar.Rules.Catalogue;

namespace Exemplar.Rules.OwnRules;

/// <summary>A unit sets a duty for itself and what stands below it. One that is stricter than its superior's asks its drafter, and nobody else, for the ground.</summary>
public sealed class AddOwnRule(AppDb db, Actor actor, Lazy<RuleCatalogue> catalogue)
{
    /// <summary>The kinds of units that set rules.</summary>
    public static readonly string[] Setters = ["Committee", "GeneralBranch", "Branch"];

    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // chosen before sending: sent twice, set once

        [Display(Name = "哪一项"), Required(ErrorMessage = "请选择哪一项")]
        public string Rule { get; set; } = "";

        [Display(Name = "多长时间算一次"), Required(ErrorMessage = "请选择期间")]
        public PeriodKind? Period { get; set; }

        [Display(Name = "至少几次"), Required, Range(1, 31, ErrorMessage = "{0}须是 1 到 31 的整数")]
        public int? AtLeast { get; set; }

        [Display(Name = "依据"), Required(ErrorMessage = "请写明依据，如支部决定的日期或文号"), StringLength(100)]
        public string Basis { get; set; } = "";

        [Display(Name = "从哪一天起"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "依据已确认，仍按这个要求执行")]
        public bool Confirmed { get; set; }
    }

    /// <param name="Choices">Rules of sessions that units here owe.</param>
    public sealed record View(UnitPlace Unit, IReadOnlyList<Rule> Choices);

    public async Task<View> Open(Guid unit, CancellationToken ct)
    {
        var place = await db.FindPlace(unit, ct);
        actor.Demand(RulesCapability.Set, within: place);
        if (!Setters.Contains(place.Kind)) throw new NotFound(place.Kind);
        return new(place, [.. catalogue.Value.All.Where(r => r.Require is { Measure: Measure.Count, AtLeast: > 0, Of: [var of] } && of.StartsWith("held.", StringComparison.Ordinal) && r.Scope.Units is ["Branch"] or ["PartyGroup"])]);
    }

    public Task<Result<OwnRule>> Handle(Guid unit, Form form, CancellationToken ct) => db.Commit<OwnRule>(async (db, ct) =>
    {
        var (place, choices) = await Open(unit, ct);
        if (await db.OwnRules.SingleOrDefaultAsync(r => r.Id == form.Id && r.UnitId == unit, ct) is { } kept)
            return Resent.Answer(kept, kept.AtLeast == form.AtLeast && kept.Period == form.Period && kept.Basis == form.Basis.Trim(), kept.Title);
        if (choices.FirstOrDefault(r => r.Id == form.Rule) is not { } above) return new Refusal(nameof(Form.Rule), "请从列表里选择");

        var own = new OwnRule
        {
            Id = form.Id,
            UnitId = unit,
            Path = place.Path,
            Title = $"{above.Title}（本单位要求）",
            Counts = above.Require!.Of[0],
            Units = [.. above.Scope.Units],
            Period = form.Period!.Value,
            AtLeast = form.AtLeast!.Value,
            Basis = form.Basis.Trim(),
            From = form.From!.Value,
        };
        var (asked, usual) = (PerYear(own.AsRule), PerYear(above));
        if (asked < usual) return new Refusal(nameof(Form.AtLeast), $"低于{above.Source}的要求（{RuleListPage.Asked(above)}），不能这样定");
        if (asked == usual && own.Period == above.Period) return new Refusal(nameof(Form.AtLeast), $"与{above.Source}的要求相同，不用另定");
        if (!form.Confirmed) return new Refusal(nameof(Form.Confirmed), $"严于上级要求（{RuleListPage.Asked(above)}），请确认依据");
        db.Add(own);
        db.Log(actor.Act(), RulesCapability.Set, own);
        return own;
    }, ct);

    private static int PerYear(Rule rule) => rule.Require!.AtLeast!.Value * Kernel.Period.In(rule.Period!.Value, 2026).Count();
}
