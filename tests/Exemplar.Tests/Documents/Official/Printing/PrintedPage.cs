using System.Globalization;
using System.Xml.Linq;

namespace Exemplar.Tests.Documents.Official.Printing;

/// <summary>A page as it comes out: its words with their places, and its picture. Millimetres from the page's upper left corner.</summary>
internal sealed record PrintedPage(IReadOnlyList<Word> Words, Picture Picture)
{
    /// <summary>The text between these heights, without spaces.</summary>
    public string Text(double from = 0, double to = 400) => string.Concat(Words.Where(w => w.Top >= from && w.Bottom <= to).Select(w => w.Text));

    public Word Find(string text) => Words.FirstOrDefault(w => w.Text.Contains(text, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"{text} is not on the page: {string.Join(' ', Words.Select(w => w.Text))}");
}

/// <summary>Characters that stand together; top and bottom are those of the font, not of the ink.</summary>
internal sealed record Word(string Text, double Left, double Top, double Right, double Bottom);

internal static class Words
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    /// <summary>The answer of pdftotext -bbox, page by page.</summary>
    public static IReadOnlyList<IReadOnlyList<Word>> Read(string answer) =>
        [.. XDocument.Parse(answer[answer.IndexOf("<html", StringComparison.Ordinal)..]).Descendants(Html + "page").Select(page => (IReadOnlyList<Word>)[.. page.Elements(Html + "word").Select(Read)])];

    private static Word Read(XElement word) => new(word.Value, Millimetres(word, "xMin"), Millimetres(word, "yMin"), Millimetres(word, "xMax"), Millimetres(word, "yMax"));

    private static double Millimetres(XElement word, string edge) => double.Parse(word.Attribute(edge)!.Value, CultureInfo.InvariantCulture) * 25.4 / 72;
}
