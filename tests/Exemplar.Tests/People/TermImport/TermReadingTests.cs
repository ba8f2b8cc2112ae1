using Xunit.Abstractions;

namespace Exemplar.Tests.People.TermImport;

public sealed class TermReadingTests(ITestOutputHelper output)
{
    public static TheoryData<string> Sheets => [.. WrittenTerms.In("Files").Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_sheet_of_elections_is_read_as_a_careful_reader_would(string name)
    {
        var sheet = WrittenTerms.In("Files").Single(r => r.Name == name);
        Assert.Equal(sheet.Expected, sheet.Said());
    }

    /// <summary>How well sheets are read that the reader was not built on, field by field.</summary>
    [Fact]
    public void Unseen_sheets_are_read_well()
    {
        var (right, all) = (0, 0);
        foreach (var sheet in WrittenTerms.In("Unseen"))
        {
            var said = sheet.Said().Select(s => s.Split(" | ")).ToDictionary(s => s[0]);
            foreach (var expected in sheet.Expected.Select(e => e.Split(" | ")))
            {
                var read = said.GetValueOrDefault(expected[0], []);
                var same = expected.Where((field, i) => i < read.Length && read[i] == field).Count();
                output.WriteLine($"{sheet.Name}: {same}/{expected.Length} {string.Join(" | ", expected)}{(same < expected.Length ? $"\n   read: {string.Join(" | ", read)}" : "")}");
                (right, all) = (right + same, all + expected.Length);
            }
        }
        output.WriteLine($"fields: {right}/{all}");
        Assert.True(all > 20 && right >= 0.9 * all, $"{right}/{all}");
    }
}
