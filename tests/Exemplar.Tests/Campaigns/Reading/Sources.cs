using System.Text.RegularExpressions;
using Exemplar.Campaigns.Reading;

namespace Exemplar.Tests.Campaigns.Reading;

/// <summary>Ways to bring text to the reader.</summary>
internal static partial class Sources
{
    public static PlanReading Read(string text) => PlanReader.Read(Pasted(text));

    public static SourceText Pasted(string text)
    {
        var source = SourceText.Paste(text);
        Assert.True(source.Refusal is null, source.Refusal?.Message);
        return source.Value!;
    }

    /// <summary>Characters without what cleaning touches: pinyin, line ends, width.</summary>
    public static string Plain(string text) => string.Concat(Folding.Fold(Pinyin().Replace(text, "")).Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("[(（][a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü ]+[)）]")]
    private static partial Regex Pinyin();
}
