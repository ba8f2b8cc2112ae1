using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Tests.Documents.Templates;

public sealed class DateFormTests
{
    [Theory]
    [InlineData("完成时限", "2026年3月5日")]
    [InlineData("完成时限（如：2026.3.5）", "2026.3.5")]
    [InlineData("时限（例2025-06-30）", "2026-03-05")]
    [InlineData("日期（yyyy/mm/dd）", "2026/03/05")]
    [InlineData("时间（格式：２０２６．０３）", "2026.03")]
    [InlineData("完成年月", "2026年3月")]
    [InlineData("日期（年月日）", "2026年3月5日")]
    public void A_date_is_written_as_the_label_wants_it(string label, string written) => Assert.Equal(written, DateForm.Of(label).Write(new(2026, 3, 5)));
}
