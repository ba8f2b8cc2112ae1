namespace Exemplar.Documents.Official;

/// <summary>A heading as it is printed, with its place among all headings of the body, from 1.</summary>
internal sealed record NumberedHeading(int Level, string Title, int Place)
{
    private const int LevelsListed = 2;

    public bool IsListed => Level <= LevelsListed;

    /// <summary>Word knows bookmarks of this name as those of a list of contents and hides them.</summary>
    public string Bookmark => $"_Toc{Place:D6}";
}

/// <summary>The headings of a body with their numbers; a lower level starts again under each higher one (7.3.3).</summary>
internal static class Outline
{
    private const int Levels = 4;

    public static IReadOnlyList<NumberedHeading> Of(IReadOnlyList<Block> blocks)
    {
        var numbers = new int[Levels];
        List<NumberedHeading> headings = [];
        foreach (var heading in blocks.OfType<BodyHeading>())
        {
            var level = Math.Clamp(heading.Level, 1, Levels);
            numbers[level - 1]++;
            Array.Clear(numbers, level, Levels - level);
            headings.Add(new(level, $"{Numeral(level, numbers[level - 1])}{PlainText.Of(heading.Text)}", headings.Count + 1));
        }
        return headings;
    }

    private static string Numeral(int level, int number) => level switch
    {
        1 => $"{ChineseNumber.Format(number)}、",
        2 => $"（{ChineseNumber.Format(number)}）",
        3 => $"{number}.",
        _ => $"（{number}）",
    };
}
