using Exemplar.Organization;

namespace Exemplar.Meetings.Matters;

/// <summary>Enters a major matter into the list of its body.</summary>
public sealed class AddMatter(AppDb db, Actor actor)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();

        [Display(Name = "事项"), Required(ErrorMessage = "请填写事项"), StringLength(MajorMatter.LongestTitle)]
        public string Title { get; set; } = "";

        [Display(Name = "类别"), Required]
        public MatterKind? Kind { get; set; }

        [Display(Name = "依据"), StringLength(MajorMatter.LongestBasis)]
        public string? Basis { get; set; }

        [Display(Name = "档案号"), StringLength(MajorMatter.LongestNumber)]
        public string? ArchiveNumber { get; set; }
    }

    public async Task<Unit> Open(Guid unitId, CancellationToken ct)
    {
        var unit = await db.Units.FindOrThrow(unitId, ct);
        actor.Demand(MeetingsCapability.Record, unit);
        return unit;
    }

    public Task<Result<MajorMatter>> Handle(Guid unitId, Form form, CancellationToken ct) => db.Commit<MajorMatter>(async (db, ct) =>
    {
        var unit = await Open(unitId, ct);
        if (await db.MajorMatters.SingleOrDefaultAsync(m => m.Id == form.Id && m.UnitId == unitId, ct) is { } kept) return Resent.Answer(kept, kept.Title == form.Title.Trim(), kept.Title);
        var entered = MajorMatter.Enter(form.Id, unit, form.Title, form.Kind!.Value, form.Basis ?? "", form.ArchiveNumber ?? "", actor.Act());
        if (entered.Value is not { } matter) return entered.Refusal!;
        db.Add(matter);
        db.Log(actor.Act(), "meetings.matter", matter);
        return matter;
    }, ct);
}
