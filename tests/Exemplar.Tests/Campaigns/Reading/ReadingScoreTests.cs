using Xunit.Abstractions;

namespace Exemplar.Tests.Campaigns.Reading;

public sealed class ReadingScoreTests(ITestOutputHelper output)
{
    [Fact]
    public void The_corpus_is_read_without_loss()
    {
        var score = ReadingScore.Of(ExpectedReading.NamesIn("Corpus").Select(name => ExpectedReading.Load("Corpus", name)));
        output.WriteLine(score.ToString());
        Assert.Equal(1, score.Precision("kinds"));
        Assert.Equal(1, score.Recall("kinds"));
    }

    [UnseenFact]
    public void Unseen_documents_are_read_well()
    {
        var score = ReadingScore.Of(ExpectedReading.NamesIn("Unseen").Select(name => ExpectedReading.Load("Unseen", name)));
        output.WriteLine(score.ToString());
        foreach (var what in new[] { "kinds", "owners", "deadlines" })
        {
            Assert.True(score.Precision(what) >= 0.8, $"precision of {what}\n{score}");
            Assert.True(score.Recall(what) >= 0.8, $"recall of {what}\n{score}");
        }
    }

    /// <summary>Skips visibly until somebody puts documents with their expected readings into Unseen/.</summary>
    private sealed class UnseenFactAttribute : FactAttribute
    {
        public UnseenFactAttribute()
        {
            if (!ExpectedReading.NamesIn("Unseen").Any()) Skip = "Unseen/ holds no documents";
        }
    }
}
