using Exemplar.Documents.Templates.Offers;
using Exemplar.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Documents.Templates;

/// <summary>Forms about organizational life are read without pointing.</summary>
public sealed class LifeSuggestionsTests : HouseTests
{
    [Fact]
    public async Task Every_field_and_column_of_these_blanks_is_found_and_suggested_surely()
    {
        await Task.CompletedTask;
        using var scope = App.Services.CreateScope();
        var book = scope.ServiceProvider.GetRequiredService<OfferBook>();
        List<string> wrong = [];
        foreach (var (name, file, wants) in LifeBlanks.All)
        {
            var shape = GivenFilling.Open(file).Shape;
            var suggested = book.Suggest(shape, LearnedWords.None);
            var slots = shape.Slots.ToList();
            foreach (var (label, offer) in wants)
            {
                if (slots.Find(s => s.Label == label) is not { } slot) wrong.Add($"{name}: not found {label}");
                else if (suggested[slot.Key] != new Suggestion(offer, true)) wrong.Add($"{name}: {label} → {suggested[slot.Key]}, should be {offer}");
                slots.RemoveAll(s => s.Label == label);
            }
        }
        Assert.Empty(wrong);
    }

    /// <summary>One filling is of one period: four quarters side by side would all get the same number.</summary>
    [Fact]
    public void Columns_of_several_periods_are_left_to_the_hand_and_marked()
    {
        using var scope = App.Services.CreateScope();
        var shape = GivenFilling.Open(BlankWorkbook.Build(new BlankSheet("表").Put("A1", 2, "序号", "支部名称", "一季度主题党日", "二季度主题党日", "2026年党课").Draw("A2:E4", 1))).Shape;
        var suggested = scope.ServiceProvider.GetRequiredService<OfferBook>().Suggest(shape, LearnedWords.None);
        Assert.Equal([new("branch.name", true), new("", false), new("", false), new("branch.held.lecture", false)], shape.Slots.Select(s => suggested[s.Key]));
    }

    [Fact]
    public void A_list_of_tasks_is_still_one_of_tasks()
    {
        using var scope = App.Services.CreateScope();
        var shape = GivenFilling.Open(BlankWorkbook.Build(new BlankSheet("表").Put("A1", 2, "序号", "工作任务", "责任支部", "支部名称", "完成时限").Draw("A2:E4", 1))).Shape;
        var suggested = scope.ServiceProvider.GetRequiredService<OfferBook>().Suggest(shape, LearnedWords.None);
        Assert.Equal(["tasks.title", "tasks.unit", "tasks.unit", "tasks.due"], shape.Slots.Select(s => suggested[s.Key].Offer));
    }
}
