using Exemplar.People;

namespace Exemplar.Tests.People;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("2009.7", "2009-07")]
    [InlineData("2009.07", "2009-07")]
    [InlineData("2009.7.", "2009-07")]
    [InlineData("2009.07.15", "2009-07-15")]
    [InlineData("200907", "2009-07")]
    [InlineData("20090715", "2009-07-15")]
    [InlineData("2009年7月", "2009-07")]
    [InlineData("2009年7月1日", "2009-07-01")]
    [InlineData("2009 年 7 月 15 日", "2009-07-15")]
    [InlineData("2009年7", "2009-07")]
    [InlineData("2009-07-01", "2009-07-01")]
    [InlineData("2009-7", "2009-07")]
    [InlineData("2009/7/1", "2009-07-01")]
    [InlineData("2009/7/1 0:00:00", "2009-07-01")]
    [InlineData("２００９．７", "2009-07")]
    [InlineData("2009、7", "2009-07")]
    [InlineData("  2009.7 ", "2009-07")]
    [InlineData("2012.2.29", "2012-02-29")]
    [InlineData("2023.13", null)]
    [InlineData("2023.2.29", null)]
    [InlineData("2009.0", null)]
    [InlineData("2009", null)]
    [InlineData("09.7", null)]
    [InlineData("1899.12", null)]
    [InlineData("2009.7.1.2", null)]
    [InlineData("七月", null)]
    [InlineData("", null)]
    public void A_date_is_read_as_people_write_it_and_no_more_exactly(string text, string? expected) =>
        Assert.Equal(expected, WrittenDate.Parse(text)?.ToString());
}
