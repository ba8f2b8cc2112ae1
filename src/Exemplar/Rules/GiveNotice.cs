using Exemplar.Rules.Catalogue;

namespace Exemplar.Rules;

/// <summary>The committee's office enters the superior's yearly notice: from when to when a yearly duty is done.</summary>
public sealed class GiveNotice(AppDb db, Actor actor, Lazy<RuleCatalogue> catalogue)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // chosen before sending: sent twice, given once

        [Display(Name = "哪一项"), Required(ErrorMessage = "请选择哪一项")]
        public string Rule { get; set; } = "";

        [Display(Name = "计入哪一年"), Required, Range(2020, 2100, ErrorMessage = "{0}须是四位年份")]
        public int? Year { get; set; }

        [Display(Name = "从哪一天起"), Required]
        public DateOnly? OpensOn { get; set; }

        [Display(Name = "到哪一天止"), Required]
        public DateOnly? ClosesOn { get; set; }

        [Display(Name = "通知文号"), Required(ErrorMessage = "请填写通知的文号或名称"), StringLength(60)]
        public string Basis { get; set; } = "";
    }

    public sealed record View(UnitPlace Unit, IReadOnlyList<Rule> Choices);

    public async Task<View> Open(Guid unit, CancellationToken ct)
    {
        var place = await db.FindPlace(unit, ct);
        actor.Demand(RulesCapability.Notice, within: place);
        return new(place, [.. catalogue.Value.All.Where(r => r.ByNotice)]);
    }

    public Task<Result<YearNotice>> Handle(Guid unit, Form form, CancellationToken ct) => db.Commit<YearNotice>(async (db, ct) =>
    {
        var (place, choices) = await Open(unit, ct);
        if (await db.YearNotices.SingleOrDefaultAsync(n => n.Id == form.Id && n.UnitId == unit, ct) is { } kept)
            return Resent.Answer(kept, kept.ClosesOn == form.ClosesOn && kept.OpensOn == form.OpensOn, kept.Basis);
        if (choices.All(r => r.Id != form.Rule)) return new Refusal(nameof(Form.Rule), "请从列表里选择");

        var given = YearNotice.Give(form.Id, unit, place.Path, form.Rule, form.Year!.Value, form.OpensOn!.Value, form.ClosesOn!.Value, form.Basis);
        if (given.Value is not { } notice) return given;
        if (await db.YearNotices.SingleOrDefaultAsync(n => n.UnitId == unit && n.Rule == form.Rule && n.Year == form.Year, ct) is { } earlier)
        {
            earlier.Replace(notice);
            notice = earlier;
        }
        else db.Add(notice);
        db.Log(actor.Act(), RulesCapability.Notice, notice);
        return notice;
    }, ct);
}
