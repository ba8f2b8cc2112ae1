using System.Text.RegularExpressions;

namespace Exemplar.People.RosterImport;

/// <summary>入党 and 转正 in one cell: 2002.5/2003.5, 2002年5月、2003年5月转正, 2025.6/预备期.</summary>
/// <param name="Confirmed">Null for whoever is on trial, or where a mark stands instead of the day.</param>
internal sealed partial record JoinedAndConfirmed(PartialDate Joined, PartialDate? Confirmed, bool IsOnTrial)
{
    /// <summary>Null when the cell is anything else.</summary>
    public static JoinedAndConfirmed? In(string text)
    {
        if (Both().Match(HalfWidth.Of(text).Trim()) is not { Success: true } both || WrittenDate.Parse(both.Groups["joined"].Value) is not { } joined) return null;
        if (!both.Groups["confirmed"].Success) return new(joined, null, both.Groups["trial"].Success);
        return WrittenDate.Parse(both.Groups["confirmed"].Value) is { } confirmed && confirmed.Last >= joined.First ? new(joined, confirmed, false) : null;
    }

    [GeneratedRegex("""
        ^(?:入党:?)?\s*(?<joined>(?:19|20)\d\d(?:\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?|\d{2}(?:\d{2})?))\s*(?:入党)?
        \s*(?:[/、,;\s\-—~]|(?=\()|$)\s*
        (?:(?:转正:?)?\s*(?<confirmed>(?:19|20)\d\d(?:\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?|\d{2}(?:\d{2})?))\s*(?:转正|转为正式党员)?
          | (?<trial>\(?预备(?:党员|期)?\)?)
          | \(?(?:未转正|无|[/\-—]+)\)? )$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Both();
}
