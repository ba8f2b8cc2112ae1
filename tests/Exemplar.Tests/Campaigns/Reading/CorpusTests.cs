using Exemplar.Campaigns.Reading;

namespace Exemplar.Tests.Campaigns.Reading;

public sealed class CorpusTests
{
    public static TheoryData<string> Documents => [.. ExpectedReading.NamesIn("Corpus")];

    [Theory, MemberData(nameof(Documents))]
    public void A_document_reads_as_an_office_would_read_it(string name)
    {
        var expected = ExpectedReading.Load("Corpus", name);
        var differences = expected.Differences(PlanReader.Read(expected.Source));
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Theory, MemberData(nameof(Documents))]
    public void Every_item_points_at_its_source(string name)
    {
        var expected = ExpectedReading.Load("Corpus", name);
        foreach (var item in PlanReader.Read(expected.Source).Items)
        {
            var span = Sources.Plain(expected.Source.Text[item.Start..item.End]);
            Assert.Contains(Sources.Plain(item.Title), span, StringComparison.Ordinal);
            var line = expected.Source.Lines[item.Line - 1];
            Assert.InRange(item.Start, line.Start, line.End);
        }
    }
}
