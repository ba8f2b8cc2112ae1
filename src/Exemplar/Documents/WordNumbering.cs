using System.Xml.Linq;

namespace Exemplar.Documents;

/// <summary>The numbers Word prints before paragraphs without storing them: list definitions and running counters.</summary>
internal sealed class WordNumbering
{
    private sealed record Level(string Format, string Text, int Start);

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private readonly Dictionary<string, Level[]> lists = [];
    private readonly Dictionary<string, string> shared = [];
    private readonly Dictionary<string, (string List, int Level)> styles = [];
    private readonly Dictionary<string, int[]> counters = [];

    /// <summary>A number is short; a document that repeats a long one in every paragraph wants to fill the memory.</summary>
    private const int LongestNumber = 64;

    public static WordNumbering Read(Stream? numbering, Stream? styles)
    {
        var read = new WordNumbering();
        if (numbering is null) return read;
        read.ReadLists(Root(numbering));
        if (styles is not null) read.ReadStyles(Root(styles));
        return read;
    }

    /// <summary>The number of the next paragraph of the list (or of the list its style belongs to); null without one.</summary>
    public string? Next(string? list, int level, string? style)
    {
        if (list is null && style is not null && styles.TryGetValue(style, out var linked)) (list, level) = linked;
        if (list is null || !lists.TryGetValue(list, out var levels) || level >= levels.Length) return null;

        var key = shared[list];
        if (!counters.TryGetValue(key, out var counter)) counters[key] = counter = [.. levels.Select(l => l.Start - 1)];
        if (level >= counter.Length) return null;
        counter[level]++;
        for (var deeper = level + 1; deeper < counter.Length; deeper++) counter[deeper] = levels[Math.Min(deeper, levels.Length - 1)].Start - 1;

        if (levels[level].Format is "bullet" or "none" || levels[level].Text.Length > LongestNumber) return null;
        var text = levels[level].Text;
        for (var i = 0; i <= level; i++)
            text = text.Replace($"%{i + 1}", ChineseNumber.Format(Math.Max(counter[i], levels[i].Start), levels[i].Format), StringComparison.Ordinal);
        return text;
    }

    private void ReadLists(XElement root)
    {
        var patterns = root.Elements(W + "abstractNum").Where(a => Attribute(a, "abstractNumId") is not null)
            .GroupBy(a => Attribute(a, "abstractNumId")!)
            .ToDictionary(g => g.Key, g => g.First().Elements(W + "lvl").Take(9).Select(ReadLevel).ToArray());
        foreach (var list in root.Elements(W + "num"))
        {
            if (Attribute(list, "numId") is not { } id || Value(list, "abstractNumId") is not { } pattern) continue;
            if (!patterns.TryGetValue(pattern, out var levels) || levels.Length == 0) continue;
            lists[id] = levels;
            // A list with its own start counts for itself; the others go on counting together.
            shared[id] = list.Descendants(W + "startOverride").Any() ? "list " + id : pattern;
        }
    }

    private void ReadStyles(XElement root)
    {
        foreach (var style in root.Elements(W + "style"))
            if (Attribute(style, "styleId") is { } id && style.Descendants(W + "numPr").FirstOrDefault() is { } linked && Value(linked, "numId") is { } list)
                styles[id] = (list, int.TryParse(Value(linked, "ilvl"), out var level) ? Math.Clamp(level, 0, 8) : 0);
    }

    private static Level ReadLevel(XElement level) => new(
        Value(level, "numFmt") ?? "decimal",
        Value(level, "lvlText") ?? "",
        int.TryParse(Value(level, "start"), out var start) ? Math.Clamp(start, 0, 9999) : 1);

    private static XElement Root(Stream part)
    {
        using var xml = WordFile.Open(part);
        return XElement.Load(xml);
    }

    private static string? Value(XElement parent, string child) => parent.Element(W + child) is { } found ? Attribute(found, "val") : null;

    private static string? Attribute(XElement element, string name) => (string?)element.Attribute(W + name);
}
