using Exemplar.Documents;

namespace Exemplar.Campaigns.Reading;

/// <summary>
/// Reads a campaign speech or plan and proposes what an office would issue from it. It decides nothing: every item
/// points at its source, and whatever had to be inferred says so in <see cref="PlanItem.Unsure"/>.
/// </summary>
public static class PlanReader
{
    public static PlanReading Read(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var text = Cleaner.Clean(source);
        var head = DocumentHead.Of(text);
        var years = new YearContext(head.Date, head.Year);
        var outline = Outline.Build(text, head.Body);

        var places = source.Tables.Select(table => (Table: table, Section: SectionOf(outline, table))).ToList();
        var withTables = places.Select(place => place.Section).ToHashSet();
        var chapters = new ChapterReader(text, years, withTables.Contains);
        var tables = new TaskTable(text, years);
        var items = InOrder([.. chapters.Read(outline), .. places.SelectMany(place => tables.Read(place.Table, place.Section.Path))]);
        IReadOnlyList<Section> sections = outline.Children.ConvertAll(child => child.ToSection(text, 1));
        return new(head.Title, head.Date, text.Cleaned, Gaps.Of(head, sections, items), sections, items);
    }

    // What stands in tables or is told twice is read out of order; most documents have neither.
    private static List<PlanItem> InOrder(List<PlanItem> items)
    {
        for (var i = 1; i < items.Count; i++)
            if (items[i].Start < items[i - 1].Start) return [.. items.OrderBy(item => item.Start)];
        return items;
    }

    // A table belongs to the last section that starts before it.
    private static OutlineNode SectionOf(OutlineNode outline, TextTable table)
    {
        var line = table.Rows is [[var first, ..], ..] ? first.Line : 0;
        var section = outline;
        while (LastBefore(section.Children, line) is { } deeper) section = deeper;
        return section;
    }

    private static OutlineNode? LastBefore(List<OutlineNode> sections, int line)
    {
        var (low, high) = (0, sections.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sections[middle].Line < line) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? null : sections[low - 1];
    }
}
