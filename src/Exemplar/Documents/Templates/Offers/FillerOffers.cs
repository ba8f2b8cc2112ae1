namespace Exemplar.Documents.Templates.Offers;

/// <summary>Who fills the form in, and when.</summary>
public sealed class FillerOffers(Actor actor) : FormSource<FillerOffers.Filler>
{
    public sealed record Filler(string Name, DateOnly Today);

    public override string Name => "填报";
    protected override bool IsList => false;

    protected override IReadOnlyList<Value> Values { get; } =
    [
        new("filler.today", "填报日期（今天）", f => f.Today, "日期", "填表日期", "填报时间", "填表时间", "报送日期", "报送时间", "上报日期", "上报时间", "制表日期", "报告日期", "统计日期", "截止日期", "时间"),
        new("filler.name", "填报人（我）", f => f.Name, "填表人", "制表人", "经办人", "报送人", "填报人员", "填写人", "填表人签名", "填报人签名"),
    ];

    protected override Task<IReadOnlyList<Filler>> Find(FormScope scope, CancellationToken ct) => Task.FromResult<IReadOnlyList<Filler>>([new(actor.Account.Name, scope.Today)]);
}
