using System.Text;
using System.Text.RegularExpressions;
using Exemplar.Campaigns.Reading;
using Exemplar.Demo;

namespace Exemplar.Bench;

/// <summary>Reading a plan, against decoding the file and splitting its lines with a regular expression.</summary>
internal sealed partial class PlanReadBench : IWorkload
{
    private const double Goal = 10;
    private const int LongDocument = 300 * 600;   // 300 pages of about 600 characters

    public static string Name => "plan";

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var start = new DateOnly(2026, 3, 10);
        var speech = SeedDocument.Read("speech.txt", start);
        var plan = SeedDocument.Read("plan.txt", start);
        return [await Of("the demo's speech", speech, repeat: 1000), await Of("300 pages", Long(plan), repeat: 10)];
    }

    private static async Task<Figure> Of(string what, string document, int repeat)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        var items = 0;
        var lines = 0;
        var (ours, raw) = await Measure.Alternate(
            () => items = PlanReader.Read(SourceText.Decode(bytes, "plan.txt").Value!).Items.Count,
            () => lines = LineEnd().Split(Encoding.UTF8.GetString(bytes)).Length,
            repeat);
        return Figure.AtMost($"reading {what}", ours / raw, Goal, "×", $"{ours / repeat:0.000} ms for {document.Length} characters, {lines} lines and {items} proposals; raw {raw / repeat:0.000} ms");
    }

    /// <summary>The seed's plan again and again, each time under another chapter, so that no line repeats itself exactly.</summary>
    private static string Long(string plan)
    {
        var text = new StringBuilder(LongDocument + plan.Length);
        for (var part = 1; text.Length < LongDocument; part++) text.Append(plan.Replace("学习", $"第{part}批学习", StringComparison.Ordinal)).Append('\n');
        return text.ToString();
    }

    [GeneratedRegex(@"\r\n|\n|\r")]
    private static partial Regex LineEnd();
}
