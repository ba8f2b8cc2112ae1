using System.Text;
using System.Xml;

namespace Exemplar.Documents.Sheets;

/// <summary>Which sheets a workbook shows and hides, in which parts they lie, and from when it counts days.</summary>
internal sealed record Workbook(IReadOnlyList<(string Name, string Part)> Sheets, IReadOnlyList<(string Name, string Part)> Hidden, bool Is1904)
{
    public static Workbook? Read(Parts parts)
    {
        using var xml = parts.Open("xl/workbook.xml");
        if (xml is null) return null;
        List<(string Name, string Relation)> visible = [], hidden = [];
        var is1904 = false;
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") is1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName == "sheet") (xml.GetAttribute("state") is null or "visible" ? visible : hidden).Add((xml.GetAttribute("name") ?? "", Relation(xml)));
        }
        var targets = Targets(parts);
        return new(Found(visible), Found(hidden), is1904);

        List<(string, string)> Found(List<(string Name, string Relation)> sheets) => [.. sheets.Where(s => targets.ContainsKey(s.Relation)).Select(s => (s.Name, targets[s.Relation]))];
    }

    /// <summary>r:id, whichever of the two namespaces the program wrote.</summary>
    private static string Relation(XmlReader sheet)
    {
        var id = "";
        while (sheet.MoveToNextAttribute())
            if (sheet.LocalName == "id" && sheet.Prefix.Length > 0) id = sheet.Value;
        sheet.MoveToElement();
        return id;
    }

    private static Dictionary<string, string> Targets(Parts parts)
    {
        Dictionary<string, string> targets = [];
        using var xml = parts.Open("xl/_rels/workbook.xml.rels");
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element || xml.LocalName != "Relationship") continue;
            var target = xml.GetAttribute("Target") ?? "";
            targets[xml.GetAttribute("Id") ?? ""] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        }
        return targets;
    }
}

internal static class SharedStrings
{
    public static List<string> Read(Parts parts)
    {
        List<string> strings = [];
        using var xml = parts.Open("xl/sharedStrings.xml");
        while (xml is not null && xml.Read())
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "si") strings.Add(TextOf(xml));
        return strings;
    }

    /// <summary>The text of an si or is element, runs joined, phonetic hints left out. Ends on the element's end.</summary>
    public static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        string? first = null;
        StringBuilder? more = null;
        var hint = -1;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "rPh" && !xml.IsEmptyElement) hint = xml.Depth;
            else if (xml.NodeType is XmlNodeType.EndElement && xml.Depth == hint) hint = -1;
            else if (hint < 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                if (first is null) first = xml.Value;
                else (more ??= new StringBuilder(first)).Append(xml.Value);
            }
        }
        return more?.ToString() ?? first ?? "";
    }
}

/// <summary>Which cell styles show a number as a date; <paramref name="Months"/> are those of them that show no day.</summary>
internal sealed record DateStyles(HashSet<int> Days, HashSet<int> Months, HashSet<int> Hundredths)
{
    /// <summary>The formats of dates that every spreadsheet program knows by number, and whether each shows a day: mmm-yy and yyyy年m月 do not.</summary>
    public static readonly IReadOnlyDictionary<int, bool> BuiltIn = ((int[])[.. Enumerable.Range(14, 9), .. Enumerable.Range(27, 10), 45, 46, 47, .. Enumerable.Range(50, 9)])
        .ToDictionary(id => id, id => id is not (17 or 27 or 36 or 50 or 52 or 57));

    /// <summary>The built-in format with two decimals: whoever wants to see 3.10 sets it.</summary>
    public const int TwoDecimals = 2;

    public static DateStyles Read(Parts parts)
    {
        HashSet<int> days = [], months = [], hundredths = [], twoDecimals = [TwoDecimals];
        Dictionary<int, bool> hasDay = new(BuiltIn);
        using var xml = parts.Open("xl/styles.xml");
        var (inCells, index) = (false, 0);
        while (xml is not null && xml.Read())
        {
            if (xml.LocalName == "cellXfs") inCells = xml.NodeType is XmlNodeType.Element;
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), out var id) && xml.GetAttribute("formatCode") is { } code && IsDate(code)) hasDay[id] = HasDay(code);
            if (xml.LocalName == "numFmt" && IsOfHundredths(xml.GetAttribute("formatCode")) && int.TryParse(xml.GetAttribute("numFmtId"), out var decimals)) twoDecimals.Add(decimals);
            if (inCells && xml.LocalName == "xf")
            {
                var format = int.TryParse(xml.GetAttribute("numFmtId"), out var given) ? given : 0;
                if (hasDay.TryGetValue(format, out var day)) (day ? days : months).Add(index);
                if (twoDecimals.Contains(format)) hundredths.Add(index);
                index++;
            }
        }
        return new(days, months, hundredths);
    }

    /// <summary>3.1 is shown as 3.10, and meant so.</summary>
    internal static bool IsOfHundredths(string? format) => format?.TrimEnd('_', ' ', ';', '@') is "0.00" or "0.00_)" or "#0.00";

    /// <summary>Speaks of years or days outside quotes and brackets.</summary>
    internal static bool IsDate(string format) => Speaks(format, 'y') || Speaks(format, 'd');

    /// <summary>Shows a day, not only its month.</summary>
    internal static bool HasDay(string format) => Speaks(format, 'd');

    private static bool Speaks(string format, char of)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if (c == '\\') i++;
            else if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c is '[' or ']') bracketed = c == '[';
            else if (!bracketed && char.ToLowerInvariant(c) == of) return true;
        }
        return false;
    }
}
