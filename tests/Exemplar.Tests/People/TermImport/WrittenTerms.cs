using Exemplar.Documents.Sheets;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.People.TermImport;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.People.TermImport;

/// <summary>A sheet of elections with what a careful reader makes of it (see Files/README.md), and what our reader makes of it in the same words.</summary>
internal sealed record WrittenTerms(string Name, byte[] File, IReadOnlyList<string> Expected)
{
    private static readonly Dictionary<PostKind, string> Short = new()
    {
        [PostKind.Secretary] = "书",
        [PostKind.DeputySecretary] = "副",
        [PostKind.FullTimeDeputySecretary] = "专",
        [PostKind.OrganizationMember] = "组",
        [PostKind.PublicityMember] = "宣",
        [PostKind.DisciplineMember] = "纪",
        [PostKind.CommitteeMember] = "委",
    };

    public static IEnumerable<WrittenTerms> In(string folder) =>
        Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests/Exemplar.Tests/People/TermImport", folder), "*.txt").Order().Select(Of);

    private static WrittenTerms Of(string path)
    {
        var parts = System.IO.File.ReadAllText(path).Split("\n=>\n");
        return new(Path.GetFileNameWithoutExtension(path), WorkbookText.Bytes(parts[0]), [.. parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
    }

    /// <summary>Our reading in the words of the expectations.</summary>
    public List<string> Said() => TermReading.Of(SheetReader.ReadAll(File).Value!).Value is { } reading ? [.. reading.Lines.Select(Words), .. reading.Private.Select(p => $"x {p}")] : [];

    private static string Words(TermLine line)
    {
        if (line.LeftOut.Length > 0) return $"- {line.Sheet}!{line.Row}";
        var elected = line.ElectedOn?.ToString() ?? $"?{line.NoDay}";
        var ends = line.Ends?.ToString() ?? (line.NoEnd.Length > 0 ? $"?{line.NoEnd}" : line.ExtendedTo is { } to ? $"→{to.Iso()}" : "");
        return $"{line.Sheet}!{line.Row} | {line.Unit} | {elected} | {ends} | {line.Years} | {string.Join(' ', line.Seats.Select(s => $"{Short[s.Kind]}:{s.Name}"))}";
    }
}
