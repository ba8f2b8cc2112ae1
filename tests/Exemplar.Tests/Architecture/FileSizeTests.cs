using Exemplar.Tests.Support;
using Xunit.Abstractions;

namespace Exemplar.Tests.Architecture;

/// <summary>A file that fits on two screens is read; one that does not is searched.</summary>
public sealed class FileSizeTests(ITestOutputHelper output)
{
    private const int Longest = 300;
    private const int NinetiethPercentile = 130;

    [Fact]
    public void No_hand_written_file_is_longer_than_300_lines()
    {
        Assert.Empty(TooLong(Ours));
        Assert.Equal(["a.cs"], TooLong([new("a.cs", new string('\n', Longest + 1)), new("b.cs", new string('\n', Longest))]));
    }

    [Fact]
    public void Nine_files_in_ten_stay_within_130_lines()
    {
        var sizes = Ours.Select(Lines).Order().ToList();
        var (median, ninetieth) = (sizes[sizes.Count / 2], sizes[sizes.Count * 9 / 10]);

        output.WriteLine($"{sizes.Count} files, median {median}, 90th percentile {ninetieth}, longest {sizes[^1]}");
        Assert.InRange(ninetieth, 1, NinetiethPercentile);
    }

    private static IEnumerable<SourceFile> Ours => SourceTree.Files("src", ".cs", ".cshtml", ".js", ".css")
        .Concat(SourceTree.Files("tests", ".cs")).Concat(SourceTree.Files("bench", ".cs"));

    private static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) => files.Where(f => Lines(f) > Longest).Select(f => f.Path);

    private static int Lines(SourceFile file) => file.Text.Count(c => c == '\n');
}
