using Exemplar.Documents.Templates.Blanks;
using Exemplar.Documents.Templates.Offers;
using Exemplar.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Documents.Templates;

public sealed class SuggestionsTests : HouseTests
{
    [Theory]
    [InlineData("责任科室", "tasks.unit", true)]
    [InlineData("承办单位（部门）", "tasks.unit", true)]
    [InlineData("责任／单位", "tasks.unit", true)]
    [InlineData("支部名称", "tasks.unit", true)]
    [InlineData("填报单位", "unit.name", false)]
    [InlineData("完成\n时限", "tasks.due", true)]
    [InlineData("2026年工作目标", "tasks.targets", false)]
    [InlineData("推进落实情况", "tasks.progress", false)]
    [InlineData("联系电话", "", true)]
    [InlineData("天气", "", false)]
    public void A_column_is_suggested_by_its_words(string label, string offer, bool sure) => Assert.Equal(new Suggestion(offer, sure), Suggest(new Column("k", label, 0, 0, 0, 0)));

    [Theory]
    [InlineData("填报单位", "unit.name", true)]
    [InlineData("单位负责人", "unit.head", true)]
    [InlineData("填 表 人", "filler.name", true)]
    [InlineData("报送时间", "filler.today", true)]
    [InlineData("进展情况", "tasks.progress", false)]
    public void A_field_gets_a_single_value_and_a_list_only_as_a_guess(string label, string offer, bool sure) =>
        Assert.Equal(new Suggestion(offer, sure), Suggest(new Field("k", label, 0, 0, 0, new(0, 0, 1, 1, "", true), null)));

    [Fact]
    public void The_heading_of_a_list_in_the_text_is_not_filled_with_the_list() =>
        Assert.Equal(new Suggestion("", false), Suggest(new Field("k", "任务清单", 0, 0, 0, new(0, 0, 1, 1, "任务清单：", true), new(5, 0, false, false))));

    /// <summary>Single values stand beside each other in a form, lists in tables of their own.</summary>
    [Fact]
    public void No_word_is_claimed_by_two_single_values_nor_by_two_columns_of_a_list()
    {
        using var scope = App.Services.CreateScope();
        var words = from source in scope.ServiceProvider.GetServices<IFormSource>()
                    from offer in source.Offers
                    from word in offer.Synonyms.Prepend(offer.Title).Select(Labels.Words).Distinct()
                    group offer.Key by (offer.IsList ? source.Name : "", word) into claimed
                    where claimed.Distinct().Count() > 1
                    select $"{claimed.Key.word}: {string.Join(", ", claimed)}";
        Assert.Empty(words);
    }

    [Fact]
    public void A_table_takes_its_columns_from_one_list()
    {
        var shape = GivenFilling.Open(Blanks.SingleHeading()).Shape;
        var book = new OfferBook([new Listed("会议", "meetings.title"), new Listed("任务", "tasks.title")], []);
        var mapping = shape.Slots.Take(2).Zip(["meetings.title", "tasks.title"]).ToDictionary(x => x.First.Key, x => x.Second);
        Assert.StartsWith("有“任务名称”的那张表，各列须取自同一类内容", book.RefuseMixed(shape, mapping)?.Message, StringComparison.Ordinal);
        Assert.Null(book.RefuseMixed(shape, shape.Slots.ToDictionary(s => s.Key, _ => "tasks.title")));
    }

    private Suggestion Suggest(Slot slot)
    {
        using var scope = App.Services.CreateScope();
        return Suggestions.Of(slot, [.. scope.ServiceProvider.GetRequiredService<OfferBook>().Sources.SelectMany(s => s.Offers)], LearnedWords.None);
    }

    private sealed class Listed(string name, string key) : FormSource<string>
    {
        public override string Name => name;
        protected override bool IsList => true;
        protected override IReadOnlyList<Value> Values => [new(key, name, s => s)];
        protected override Task<IReadOnlyList<string>> Find(FormScope scope, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);
    }
}
