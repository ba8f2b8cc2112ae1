using Exemplar.Documents.Templates.Offers;
using Exemplar.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Exemplar.Tests.Documents.Templates;

/// <summary>Three blanks about organizational life that were written after the offers and their synonyms; they measure, like <see cref="UnseenFormsTests"/>.</summary>
public sealed class UnseenLifeFormsTests(ITestOutputHelper output) : HouseTests
{
    [Fact]
    public async Task Most_of_three_unseen_blanks_is_found_and_suggested_right()
    {
        await Task.CompletedTask;
        using var scope = App.Services.CreateScope();
        var book = scope.ServiceProvider.GetRequiredService<OfferBook>();
        var (wanted, found, right, surelyWrong) = (0, 0, 0, 0);
        foreach (var (name, file, wants) in Unseen())
        {
            var shape = GivenFilling.Open(file).Shape;
            var suggested = book.Suggest(shape, LearnedWords.None);
            foreach (var (label, offer) in wants)
            {
                wanted++;
                if (shape.Slots.FirstOrDefault(s => s.Label == label) is not { } slot) { output.WriteLine($"  {name}: not found {label}"); continue; }
                found++;
                var suggestion = suggested[slot.Key];
                if (suggestion.Offer == offer) right++;
                else { output.WriteLine($"  {name}: {label} → {suggestion.Offer}{(suggestion.IsSure ? "" : "?")}, should be {offer}"); if (suggestion.IsSure && suggestion.Offer.Length > 0) surelyWrong++; }
            }
            output.WriteLine($"{name}: more: {string.Join("、", shape.Slots.Where(s => wants.All(w => w.Label != s.Label)).Select(s => s.Label))}");
        }
        output.WriteLine($"all: {wanted} wanted, {found} found, {right} suggested right, {surelyWrong} wrong without a doubt");
        Assert.True(found >= wanted * 0.85 && right >= wanted * 0.75, $"{found} found, {right} right of {wanted}");
    }

    private static IEnumerable<LifeBlanks.Blank> Unseen()
    {
        yield return new("支部月报", BlankDocument.Start().Paragraph("党支部组织生活开展情况月报表").Paragraph("支部（盖章）：______________        月份：______________")
            .Grid(false, ["内　容", "计划次数", "完成次数", "参加人数", "未完成原因"], ["党员大会", "", "", "", ""], ["支委会", "", "", "", ""], ["党小组会", "", "", "", ""], ["党　课", "", "", "", ""], ["主题党日", "", "", "", ""])
            .Paragraph("支部书记：                填表人：").Build(),
            [new("支部（盖章）", "unit.name"), new("月份", "period.name"), new("党员大会／计划次数", "life.required.members"), new("党员大会／完成次数", "life.held.members"), new("党员大会／参加人数", "life.present.members"), new("党员大会／未完成原因", ""),
                new("支委会／计划次数", "life.required.committee"), new("支委会／完成次数", "life.held.committee"), new("党课／完成次数", "life.held.lecture"), new("主题党日／计划次数", "life.required.party-day"), new("主题党日／完成次数", "life.held.party-day"),
                new("主题党日／参加人数", "life.present.party-day"), new("支部书记", "unit.head"), new("填表人", "filler.name")]);

        yield return new("换届和组织生活台账", BlankWorkbook.Build(new BlankSheet("台账")
            .Put("A1", 4, "附件3").Put("A2", 4, "基层党组织换届和组织生活情况台账（2026年1—3月）").Merge("A2:L2")
            .Put("A3", 2, "序号", "基层党组织全称", "党员人数", "", "党组织书记姓名", "班子届满日期", "1—3月召开党员大会次数", "一季度主题党日", "", "", "党员平均参与率", "联系电话")
            .Put("A4", 2, "", "", "正式", "预备", "", "", "", "应完成", "已完成", "未完成", "", "").Put("A5", 2, "甲", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11")
            .Merge("A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "G3:G4", "H3:J3", "K3:K4", "L3:L4").Draw("A6:L9", 1)),
            [new("基层党组织全称", "branch.name"), new("党员人数／正式", "branch.full"), new("党员人数／预备", "branch.probationary"), new("党组织书记姓名", "branch.secretary"), new("班子届满日期", "branch.term-ends"),
                new("1—3月召开党员大会次数", "branch.held.members"), new("一季度主题党日／应完成", "branch.required.party-day"), new("一季度主题党日／已完成", "branch.held.party-day"), new("一季度主题党日／未完成", "branch.missing.party-day"),
                new("党员平均参与率", "branch.rate"), new("联系电话", "")]);

        yield return new("活动登记簿", BlankWorkbook.Build(new BlankSheet("登记簿")
            .Put("A1", 4, "“主题党日”活动开展情况登记簿").Merge("A1:I1").Put("A2", 0, "支部名称：                    统计年月：").Merge("A2:I2")
            .Put("A3", 2, "序号", "活动时间", "活动地点", "活动主题", "主持人\n（组织者）", "参加党员数", "缺席党员及原因", "记录人", "备注").Draw("A4:I12", 1)),
            [new("支部名称", "unit.name"), new("统计年月", "period.name"), new("活动时间", "meetings.date"), new("活动地点", "meetings.place"), new("活动主题", "meetings.topic"), new("主持人（组织者）", "meetings.chair"),
                new("参加党员数", "meetings.present"), new("缺席党员及原因", "meetings.away-names"), new("记录人", "meetings.recorder"), new("备注", "")]);
    }
}
