using Exemplar.Campaigns.Reading;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Campaigns.Reading;

/// <summary>The speech the product was made for, as found and made readable. It is somebody's text and not ours to ship.</summary>
public sealed class SpeechTests
{
    private const string Raw = "mission/mobilization-speech.raw.txt";
    private const string Readable = "mission/mobilization-speech.zh-Hans.txt";

    [SharedFact(Raw)]
    public void Three_lost_parents_hold_eleven_headings()
    {
        var sections = Read(Raw).Sections;
        Assert.Equal([3, 5, 3], sections.Select(s => s.Children.Count));
        Assert.All(sections, s => Assert.True(s is { Number: null, Level: 1, Implied: true }));
        Assert.All(sections.SelectMany(s => s.Children), s => Assert.True(s is { Level: 2, Implied: false, Children.Count: 0 }));
        Assert.Equal(["(一)", "(二)", "(三)", "(四)", "(五)"], sections[1].Children.Select(s => s.Number));
        Assert.Equal("立说立行,马上行动", Read(Readable).Sections[2].Children[0].Heading);
    }

    [SharedFact(Raw)]
    public void The_argument_holds_four_problems_and_no_measure()
    {
        var reading = Read(Readable);
        var problems = reading.Items.Where(i => i.Kind == PlanItemKind.Problem).ToList();
        Assert.Equal(["组织作用弱化", "党内活动泛化", "党员身份淡化", "思潮斗争激化"], problems.Select(p => p.Title));
        Assert.All(problems, p => Assert.Equal("(三)", p.Path[0]));
        Assert.Equal(["一是", "二是", "三是", "四是"], problems.Select(p => p.Path[1]));
        Assert.DoesNotContain(reading.Items, i => i.Line < 11 && i.Kind != PlanItemKind.Problem);
    }

    [SharedFact(Raw)]
    public void Nine_measures_are_enumerated()
    {
        var enumerated = Read(Readable).Items.Where(i => i.Kind == PlanItemKind.Measure && i.Path.Count == 2).ToList();
        Assert.Equal(
            ["(三)一要", "(三)二要", "(三)三要", "(四)一要", "(四)二要", "(四)三要", "(五)一是", "(五)二是", "(五)三是"],
            enumerated.Select(i => string.Concat(i.Path)));
        Assert.All(enumerated, i => Assert.DoesNotContain(UnsureReasons.NoEnumeration, i.Unsure));
        Assert.Equal("狠抓任务执行落实", enumerated[5].Title);
        Assert.Contains("要求落到实处", enumerated[5].Text, StringComparison.Ordinal);
    }

    [SharedFact(Raw)]
    public void Sections_without_enumeration_give_unsure_measures()
    {
        var inferred = Read(Readable).Items.Where(i => i.Kind == PlanItemKind.Measure && i.Unsure.Contains(UnsureReasons.NoEnumeration)).ToList();
        Assert.Equal([11, 12, 17, 18, 19], inferred.Select(i => i.Line));
        foreach (var word in new[] { "示范带头学", "改革开放史" }) Assert.Contains(word, inferred[0].Text, StringComparison.Ordinal);
        foreach (var word in new[] { "知识竞赛", "演讲赛", "结对共建" }) Assert.Contains(word, inferred[1].Text, StringComparison.Ordinal);
    }

    [SharedFact(Raw)]
    public void Owners_stand_in_the_third_part_only()
    {
        var owned = Read(Readable).Items.Where(i => i.Owners.Count > 0).ToList();
        Assert.Equal(["各党支部", "各位党组成员", "领导小组办公室"], owned.SelectMany(i => i.Owners));
        Assert.Equal([17, 18, 18], owned.Select(i => i.Line));
        Assert.All(owned, i => Assert.Equal(PlanItemKind.Task, i.Kind));
        Assert.All(owned, i => Assert.Empty(i.CoOwners));
    }

    [SharedFact(Raw)]
    public void What_the_speech_lacks_is_said()
    {
        var reading = Read(Raw);
        Assert.Equal(["noDate", "noStages", "noDeadlines", "noDepartments", "noTargets"], reading.Gaps.Select(g => g.Code));
        Assert.All(reading.Items, i => Assert.True(i is { Due: null, Starts: null, Ends: null, Recurrence: null, Targets.Count: 0 }));
        Assert.DoesNotContain(reading.Items, i => i.Kind == PlanItemKind.Stage);
    }

    [SharedFact(Raw)]
    public void The_date_of_the_web_page_is_not_the_documents()
    {
        Assert.Null(Read(Raw).DocumentDate);
        Assert.Equal("模范机关领导发言材料", Read(Readable).Title);
    }

    [SharedFact(Raw)]
    public void The_garbled_line_is_flagged_and_left()
    {
        foreach (var reading in new[] { Read(Raw), Read(Readable) })
        {
            var flagged = reading.Items.Where(i => i.Unsure.Contains(UnsureReasons.Garbled)).ToList();
            Assert.NotEmpty(flagged);
            Assert.All(flagged, i => Assert.Equal(17, i.Line));
            Assert.Contains(flagged, i => i.Text.Contains("咝七", StringComparison.Ordinal));
            Assert.Single(reading.Cleaned, c => c.Code == Cleaning.GarbledCode);
        }
    }

    [SharedFact(Raw)]
    public void Pinyin_goes_and_the_authors_own_brackets_stay()
    {
        var reading = Read(Raw);
        Assert.DoesNotContain(reading.Items, i => i.Text.AsSpan().IndexOfAnyInRange('\u0100', '\u01FF') >= 0);
        Assert.Contains(reading.Items, i => i.Text.Contains("(國家行政學院)", StringComparison.Ordinal));
        Assert.Equal([2, 21, 22], reading.Cleaned.Where(c => c.Code == Cleaning.FurnitureCode).Select(c => c.Line));
        Assert.Equal([8, 14], reading.Cleaned.Where(c => c.Code == Cleaning.BrokenLineCode).Select(c => c.Line));
    }

    [SharedFact(Raw)]
    public void As_found_and_readable_read_the_same()
    {
        var (raw, readable) = (Read(Raw), Read(Readable));
        Assert.Equal(Shape(readable.Sections), Shape(raw.Sections));
        Assert.Equal(readable.Items.Select(Shape), raw.Items.Select(Shape));
        Assert.Equal(readable.Gaps, raw.Gaps);
    }

    [SharedFact(Raw)]
    public void Every_item_points_at_its_words()
    {
        foreach (var file in new[] { Raw, Readable })
            foreach (var item in Read(file).Items)
                Assert.Contains(Sources.Plain(item.Title), Sources.Plain(Load(file).Text[item.Start..item.End]), StringComparison.Ordinal);
    }

    private static string Shape(IReadOnlyList<Section> sections) => string.Concat(sections.Select(s => $"{s.Number}/{s.Level}/{s.Line}/{s.Heading.Length}[{Shape(s.Children)}]"));

    private static string Shape(PlanItem item) =>
        $"{item.Kind} {string.Concat(item.Path)} {item.Line} {item.Title.Length} {item.Owners.Count} {item.CoOwners.Count} {string.Concat(item.Unsure)}";

    private static PlanReading Read(string file) => PlanReader.Read(Load(file));

    private static SourceText Load(string file) => SourceText.Decode(File.ReadAllBytes(SharedFolder.Find(file)!), file).Value!;
}
