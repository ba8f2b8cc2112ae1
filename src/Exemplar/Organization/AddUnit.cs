using Exemplar.Platform.Web;

namespace Exemplar.Organization;

/// <summary>Somebody sets up a unit below another.</summary>
public sealed class AddUnit(AppDb db, Actor actor)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // chosen before sending: sent twice, founded once

        [Display(Name = "类别"), Required(ErrorMessage = "请选择类别")]
        public UnitKind? Kind { get; set; }

        [Display(Name = "名称"), Required, StringLength(60)]
        public string Name { get; set; } = "";
    }

    public async Task<Unit> Open(Guid parentId, CancellationToken ct)
    {
        var parent = await db.Units.FindOrThrow(parentId, ct);
        actor.Demand(OrganizationCapability.Change, within: parent);
        return parent;
    }

    public Task<Result<Unit>> Handle(Guid parentId, Form form, CancellationToken ct) => db.Commit<Unit>(async (db, ct) =>
    {
        var parent = await Open(parentId, ct);
        if (await db.Units.SingleOrDefaultAsync(u => u.Id == form.Id && u.ParentId == parentId, ct) is { } kept)
            return Resent.Answer(kept, kept.Name == form.Name.Trim() && kept.Kind == form.Kind, kept.Name);

        var kind = form.Kind!.Value;
        if (parent.DissolvedOn is not null) return new Refusal("上级单位已撤销");
        if (!parent.KindsBelow.Contains(kind)) return new Refusal(nameof(Form.Kind), $"{parent.Kind.Name()}下不设{kind.Name()}");
        if (await db.HasSibling(parentId, form.Name, null, ct)) return new Refusal(nameof(Form.Name), $"“{parent.Name}”下已有“{form.Name.Trim()}”");

        var founded = Unit.Found(form.Id, kind, form.Name, parent, await db.NextNumber(ct), await db.NextPosition(parentId, ct), actor.Act().Day);
        if (founded.Refusal is not null) return founded;
        db.Add(founded.Value!);
        db.Log(actor.Act(), OrganizationCapability.Change, founded.Value!);
        return founded;
    }, ct);
}
