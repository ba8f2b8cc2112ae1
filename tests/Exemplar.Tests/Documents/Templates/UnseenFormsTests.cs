using Exemplar.Documents.Templates.Offers;
using Exemplar.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Exemplar.Tests.Documents.Templates;

/// <summary>Five blanks that were written after the finder and its synonyms, with what a clerk would point at; they measure, the finder is not changed for them.</summary>
public sealed class UnseenFormsTests(ITestOutputHelper output) : HouseTests
{
    private sealed record Expected(string Label, string Offer);

    [Fact]
    public async Task Most_fields_and_columns_of_unseen_blanks_are_found_and_suggested_right()
    {
        await Task.CompletedTask;
        using var scope = App.Services.CreateScope();
        var book = scope.ServiceProvider.GetRequiredService<OfferBook>();
        var (wanted, found, right, surelyWrong) = (0, 0, 0, 0);
        foreach (var (name, blank, expected) in Unseen())
        {
            var shape = GivenFilling.Open(blank).Shape;
            var suggested = book.Suggest(shape, LearnedWords.None);
            var slots = shape.Slots.ToList();
            var (foundHere, rightHere) = (0, 0);
            foreach (var (label, offer) in expected)
            {
                var slot = slots.Find(s => s.Label == label);
                if (slot is null) { output.WriteLine($"  {name}: not found {label}"); continue; }
                slots.Remove(slot);
                foundHere++;
                var suggestion = suggested[slot.Key];
                if (suggestion.Offer == offer) rightHere++;
                else { output.WriteLine($"  {name}: {label} → {suggestion.Offer}{(suggestion.IsSure ? "" : "?")}, should be {offer}"); if (suggestion.IsSure && suggestion.Offer.Length > 0) surelyWrong++; }
            }
            output.WriteLine($"{name}: {expected.Length} wanted, {foundHere} found, {rightHere} right, {slots.Count} more: {string.Join("、", slots.Select(s => s.Label))}");
            (wanted, found, right) = (wanted + expected.Length, found + foundHere, right + rightHere);
        }
        output.WriteLine($"all: {wanted} wanted, {found} found, {right} suggested right, {surelyWrong} wrong without a doubt");
        Assert.True(found >= wanted * 0.85 && right >= wanted * 0.75, $"{found} found, {right} right of {wanted}");
    }

    private static IEnumerable<(string Name, byte[] Blank, Expected[] Expected)> Unseen()
    {
        yield return ("督查台账", BlankWorkbook.Build(new BlankSheet("台账")
            .Put("A1", 4, "附件1").Put("A2", 4, "XX系统模范机关建设重点工作推进台账（2026年第一季度）").Merge("A2:J2")
            .Put("A3", 0, "报送单位：").Merge("A3:E3").Put("F3", 0, "统计截止时间：   年  月  日").Merge("F3:J3")
            .Put("A4", 2, "序号", "重点工作", "具体举措", "量化目标", "责任分工", "", "", "完成时限", "推进情况", "", "备注")
            .Put("A5", 2, "", "", "", "", "主责部门", "配合部门", "责任领导", "", "工作进展", "是否完成", "")
            .Merge("A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:G4", "H4:H5", "I4:J4", "K4:K5").Draw("A6:K12", 1)
            .Put("A13", 0, "审核人：               填表人：               联系电话：").Merge("A13:K13")),
            [new("报送单位", "unit.name"), new("统计截止时间", "filler.today"), new("重点工作", "tasks.title"), new("具体举措", "tasks.text"), new("量化目标", "tasks.targets"), new("责任分工／主责部门", "tasks.unit"), new("责任分工／配合部门", "tasks.helpers"), new("责任分工／责任领导", "tasks.head"), new("完成时限", "tasks.due"), new("推进情况／工作进展", "tasks.progress"), new("推进情况／是否完成", "tasks.done"), new("备注", ""), new("审核人", ""), new("填表人", "filler.name"), new("联系电话", "")]);

        yield return ("单项任务报告表", BlankDocument.Start().Paragraph("市直机关工委重点任务办理情况报告表").Paragraph("单位（盖章）：______________          填报日期：______年____月____日")
            .Grid(false, ["任务名称", "|3"], ["牵头处室", "", "协办处室", ""], ["责任人", "", "计划完成时间", ""], ["工作\n进展\n情况", "|3"], ["存在困难\n及建议", "|3"], ["主要领导\n签　　字", "|3"]).Build(),
            [new("单位（盖章）", "unit.name"), new("填报日期", "filler.today"), new("任务名称", "tasks.title"), new("牵头处室", "tasks.unit"), new("协办处室", "tasks.helpers"), new("责任人", "tasks.head"), new("计划完成时间", "tasks.due"), new("工作进展情况", "tasks.progress"), new("存在困难及建议", ""), new("主要领导签字", "")]);

        yield return ("统计口径表", BlankWorkbook.Build(new BlankSheet("附表")
            .Put("A1", 4, "“四强”支部创建任务完成情况统计表").Merge("A1:G1").Put("A2", 0, "制表单位:").Put("F2", 0, "制表日期:")
            .Put("A3", 2, "项次", "目标任务", "承办支部", "办结期限", "办理状态", "实际完成时间", "落实情况简述").Put("A4", 2, "甲", "1", "2", "3", "4", "5", "6")
            .Draw("A5:G9", 1).Put("A10", 1, "合　计", "", "", "", "", "", "")),
            [new("制表单位", "unit.name"), new("制表日期", "filler.today"), new("目标任务", "tasks.title"), new("承办支部", "tasks.unit"), new("办结期限", "tasks.due"), new("办理状态", "tasks.state"), new("实际完成时间", "tasks.done-on"), new("落实情况简述", "tasks.progress")]);

        yield return ("带示例的清单", BlankWorkbook.Build(new BlankSheet("清单")
            .Put("A1", 4, "模范机关创建任务清单").Merge("A1:F1").Put("A2", 2, "序号", "创建任务", "阶段安排", "牵头责任单位", "责任人及职务", "时间节点（格式：2026-01-31）")
            .Put("A3", 1, "例", "开展走访", "第二阶段", "办公室", "某某 主任", "2026-01-31").Draw("A4:F10", 1)),
            [new("创建任务", "tasks.title"), new("阶段安排", "tasks.stage"), new("牵头责任单位", "tasks.unit"), new("责任人及职务", "tasks.head"), new("时间节点（格式：2026-01-31）", "tasks.due")]);

        yield return ("联络与清单", BlankDocument.Start().Paragraph("附件3").Paragraph("XX专项工作情况反馈表")
            .Grid(false, ["填报部门", "", "部门负责人", ""], ["填报人", "", "手机号码", ""])
            .Paragraph("一、任务推进情况")
            .Grid(true, ["序号", "事项", "承办人", "要求完成时间", "目前进展", "下步打算"], ["1", "", "", "", "", ""], ["2", "", "", "", "", ""], ["3", "", "", "", "", ""])
            .Paragraph("二、其他需要说明的情况").Paragraph("                                        （公章）").Paragraph("                                   2026年   月   日").Build(),
            [new("填报部门", "unit.name"), new("部门负责人", "unit.head"), new("填报人", "filler.name"), new("手机号码", ""), new("事项", "tasks.title"), new("承办人", "tasks.head"), new("要求完成时间", "tasks.due"), new("目前进展", "tasks.progress"), new("下步打算", ""), new("日期", "filler.today")]);
    }
}
