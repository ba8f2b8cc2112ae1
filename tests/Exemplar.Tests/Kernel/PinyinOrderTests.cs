using Exemplar.Kernel;

namespace Exemplar.Tests.Kernel;

public sealed class PinyinOrderTests
{
    [Fact]
    public void Names_stand_as_in_a_telephone_book_and_rare_characters_behind()
    {
        string[] mixed = ["侯恒野", "卞松野", "姜永", "戴庭浩", "李宇", "江晴野", "胡青阳", "葛捷扬", "郝磊谷", "陈阳依", "龚涵旭", "昉某", "李", "A组"];
        Assert.Equal(["A组", "卞松野", "陈阳依", "戴庭浩", "葛捷扬", "龚涵旭", "郝磊谷", "侯恒野", "胡青阳", "姜永", "江晴野", "李", "李宇", "昉某"], mixed.Order(PinyinOrder.Instance));
        Assert.Equal(mixed.Order(PinyinOrder.Instance), mixed.OrderBy(PinyinOrder.KeyOf, StringComparer.Ordinal));
    }
}
