namespace Exemplar.Meetings.Matters;

/// <summary>Notes with whom a major matter was talked over before the meeting.</summary>
public sealed class NoteConsultation(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "征求意见的日期"), Required]
        public DateOnly? On { get; set; }

        [Display(Name = "征求了谁的意见"), StringLength(Consultation.LongestWith)]
        public string? With { get; set; }
    }

    public Task<PlacedMatter> Open(Guid id, CancellationToken ct) => db.DemandMatter(id, actor, ct);

    public Task<Result<MajorMatter>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<MajorMatter>(async (db, ct) =>
    {
        var (matter, unit, isDecided) = await Open(id, ct);
        if (matter.Version != form.Version) throw new Stale(nameof(MajorMatter));
        if (matter.Consult(form.On!.Value, form.With ?? "", clock.Today(), MajorMatter.KeepsText(unit.Kind), isDecided) is { } refusal) return refusal;
        db.Log(actor.Act(), "meetings.matter.consult", matter);
        return matter;
    }, ct);
}
