namespace Exemplar.Campaigns.Supervision;

/// <summary>Somebody chooses once which columns the desk's sheet has for them.</summary>
public sealed class ChooseColumns(AppDb db, Actor actor)
{
    public sealed class Form
    {
        [Display(Name = "要导出的列")]
        public List<string> Columns { get; set; } = [];
    }

    public async Task<IReadOnlyList<DeskColumn>> Open(CancellationToken ct)
    {
        actor.Demand(CampaignsCapability.Supervise);
        return await db.ColumnsOf(actor.Account.Id, ct);
    }

    public Task<Result<SheetView>> Handle(Form form, CancellationToken ct) => db.Commit<SheetView>(async (db, ct) =>
    {
        actor.Demand(CampaignsCapability.Supervise);
        var columns = DeskColumns.All.Select(c => c.Key).Where(form.Columns.Contains).ToList();
        if (columns.Count == 0) return new Refusal(nameof(Form.Columns), "请至少选一列");

        var view = await db.SheetViews.SingleOrDefaultAsync(v => v.AccountId == actor.Account.Id && v.Sheet == DeskColumns.Sheet, ct);
        if (view is null) db.Add(view = new SheetView { AccountId = actor.Account.Id, Sheet = DeskColumns.Sheet });
        view.Columns = columns;
        db.Log(actor.Act(), CampaignsCapability.Supervise, view);
        return view;
    }, ct);
}
