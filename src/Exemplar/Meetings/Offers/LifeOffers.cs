using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Meetings.Offers;

/// <summary>One row for each branch that the actor sees, in organization order: a superior's 三会一课统计表.</summary>
public sealed class BranchOffers(BranchLives lives) : FormSource<BranchLife>
{
    public override string Name => "支部组织生活";
    public override bool IsOfPeriod => true;
    public override string RemarkOn(IReadOnlyCollection<string> mapped) => LifeWords.RemarkOn(mapped);
    public override Task<string> Warn(CancellationToken ct) => lives.Warn(ct);
    protected override bool IsList => true;

    protected override IReadOnlyList<Value> Values { get; } =
    [
        new("branch.name", "支部", b => b.Name, "支部名称", "党支部", "党支部名称", "党组织", "党组织名称", "基层党组织", "基层党组织名称", "基层党组织全称", "党组织全称", "支部全称", "党支部全称", "所属支部", "所在支部", "单位", "单位名称", "名称"),
        new("branch.people", "党员数", b => b.People, "党员人数", "党员总数", "党员", "党员数量", "在册党员数", "现有党员数", "现有党员", "党员总人数"),
        new("branch.full", "正式党员数", b => b.Full, "正式党员", "正式党员人数", "正式"),
        new("branch.probationary", "预备党员数", b => b.Probationary, "预备党员", "预备党员人数", "预备"),
        new("branch.secretary", "支部书记", b => b.Secretary, "书记", "书记姓名", "支部书记姓名", "党支部书记", "党支部书记姓名", "党组织书记", "党组织书记姓名", "负责人", "支部负责人", "党组织负责人"),
        new("branch.elected", "上次换届日期", b => b.Elected, "上次换届时间", "上次换届", "最近一次换届时间", "本届选举时间", "本届任期起始时间", "换届选举时间", "本届成立时间"),
        new("branch.term-ends", "任期届满日期（下次换届）", b => b.TermEnds, "换届时间", "下次换届时间", "下次换届", "应换届时间", "应换届日期", "任期届满时间", "任期届满日期", "任期届满", "届满时间", "届满日期", "班子届满日期", "班子届满时间", "到届时间", "下次换届日期"),
        .. from kind in LifeWords.Kinds
           from number in LifeWords.Numbers
           select new Value($"branch.{number.Key}.{kind.Kind}", $"{kind.Names[0]}　{number.Title}", b => b.Shown(kind.Kind, number.Key, number.Read), LifeWords.Of(kind.Names, number.Key, number.Names)),
        new("branch.due", "应到（人次，各类会议合计）", b => b.Told(b.All.AllDue), "应到", "应到人次", "应参加人次"),
        new("branch.present", "实到（人次，各类会议合计）", b => b.Told(b.All.AllPresent), "实到", "实到人次", "参加人次", "参会人次"),
        new("branch.rate", "出勤率（各类会议合计）", b => b.All.Rate, LifeWords.Rates),
    ];

    protected override Task<IReadOnlyList<BranchLife>> Find(FormScope scope, CancellationToken ct) => lives.Read(scope, ct);
}

/// <summary>The same for the chosen branches together: a form that is about one branch.</summary>
public sealed class LifeOffers(BranchLives lives) : FormSource<BranchLife>
{
    public override string Name => "所选支部的组织生活（合计）";
    public override bool IsOfPeriod => true;
    public override string RemarkOn(IReadOnlyCollection<string> mapped) => LifeWords.RemarkOn(mapped);
    public override Task<string> Warn(CancellationToken ct) => lives.Warn(ct);
    protected override bool IsList => false;

    protected override IReadOnlyList<Value> Values { get; } =
    [
        new("life.people", "党员总数", b => b.People, "党员数", "党员人数", "党员数量", "在册党员数", "现有党员数", "现有党员", "党员总人数"),
        new("life.full", "正式党员数", b => b.Full, "正式党员", "正式党员人数", "正式"),
        new("life.probationary", "预备党员数", b => b.Probationary, "预备党员", "预备党员人数", "预备"),
        new("life.elected", "上次换届日期", b => b.Elected, "上次换届时间", "上次换届", "最近一次换届时间", "本届选举时间", "本届任期起始时间", "本届成立时间"),
        new("life.term-ends", "任期届满日期（下次换届）", b => b.TermEnds, "换届时间", "下次换届时间", "下次换届", "应换届时间", "任期届满时间", "任期届满日期", "任期届满", "届满时间", "到届时间"),
        .. from kind in LifeWords.Kinds
           from number in LifeWords.Numbers
           select new Value($"life.{number.Key}.{kind.Kind}", $"{kind.Names[0]}　{number.Title}", b => b.Shown(kind.Kind, number.Key, number.Read), LifeWords.Of(kind.Names, number.Key, number.Names)),
        new("life.rate", "出勤率（各类会议合计）", b => b.All.Rate, LifeWords.Rates),
    ];

    protected override async Task<IReadOnlyList<BranchLife>> Find(FormScope scope, CancellationToken ct) =>
        await lives.Read(scope, ct) is { Count: > 0 } found ? [BranchLife.Together(found)] : [];
}
