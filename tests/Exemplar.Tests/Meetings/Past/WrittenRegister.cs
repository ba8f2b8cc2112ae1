using Exemplar.Documents.Sheets;
using Exemplar.Kernel;
using Exemplar.Meetings;
using Exemplar.Meetings.Past;
using Exemplar.People.RosterImport;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Past;

/// <summary>A register with what a careful reader makes of it (see Files/README.md), and what our reader makes of it in the same words.</summary>
internal sealed record WrittenRegister(string Name, byte[] File, IReadOnlyList<string> Expected)
{
    public static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly MeetingKinds Kinds = MeetingKinds.Read();

    public static IEnumerable<WrittenRegister> In(string folder) =>
        Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests/Exemplar.Tests/Meetings/Past", folder), "*.txt").Order().Select(Of);

    private static WrittenRegister Of(string path)
    {
        var parts = System.IO.File.ReadAllText(path).Split("\n=>\n");
        return new(Path.GetFileNameWithoutExtension(path), WorkbookText.Bytes(parts[0]), [.. parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
    }

    public Result<PastReading> Read() => PastReader.Read($"{Name}.xlsx", SheetReader.ReadAll(File).Value!, Kinds, Today);

    /// <summary>Our reading in the words of the expectations.</summary>
    public List<string> Said() => Read().Value is { } reading ? [.. reading.Lines.Select(Words), .. reading.Private.Select(p => $"x {p}")] : [];

    private static string Words(PastLine line)
    {
        if (line.LeftOut.Length > 0) return $"- {line.Sheet}!{line.Row}";
        var held = line.Days is not { } days ? $"?{Quoted(line.NoDay)}" : $"{days.First.Iso()}{(days.Last is { } last ? $"~{last.Iso()}" : "")}{(line.ForYearBefore ? $"→{days.First.Year - 1}" : "")}";
        var topic = line.Topic.Length > 0 ? line.Topic : line.Content;
        return $"{line.Sheet}!{line.Row} | {held} | {line.Kind ?? $"?{line.KindWords}"} | {line.Unit}{(line.Group.Length > 0 && line.Kind is MeetingKind.Group ? $"/{line.Group}" : "")} | {topic} | {line.Came.Due}/{line.Came.Present}";
    }

    /// <summary>What the sentence quotes of the cell.</summary>
    private static string Quoted(string sentence) => sentence.Split('“', '”') is [_, var quoted, ..] ? quoted : sentence;

    /// <summary>Meetings as (place, field) pairs, so that each field is counted by itself.</summary>
    public static (string Place, string Day, string Kind, string Unit, string Topic, string Numbers)? Meeting(string line) =>
        line.Split(" | ") is [var place, var day, var kind, var unit, var topic, var numbers] ? (place, day, kind, RosterUnits.Key(unit), topic, numbers) : null;
}
