using Exemplar.Documents.Templates.Blanks;
using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Tests.Documents.Templates;

/// <summary>Fills a blank by what its fields and columns are called.</summary>
internal static class GivenFilling
{
    public static BlankFile Open(byte[] blank)
    {
        var opened = BlankFile.Open(blank, blank.IsWorkbook() ? "表.xlsx" : "表.docx");
        Assert.Null(opened.Refusal);
        return opened.Value!;
    }

    /// <summary>The labels of all fields and columns, in their order.</summary>
    public static IEnumerable<string> Labels(byte[] blank) => Open(blank).Shape.Slots.Select(s => s.Label);

    /// <summary>A single value fills a field, several fill a column. A label that the blank does not have fails the test.</summary>
    public static byte[] Fill(byte[] blank, params (string Label, FormValue[] Values)[] filling)
    {
        var file = Open(blank);
        Dictionary<string, IReadOnlyList<FormValue>> values = [];
        foreach (var (label, given) in filling)
        {
            var slot = file.Shape.Slots.FirstOrDefault(s => s.Label == label && !values.ContainsKey(s.Key));
            Assert.True(slot is not null, $"no field or column {label} among {string.Join(", ", file.Shape.Slots.Select(s => s.Label))}");
            values[slot.Key] = given;
        }
        return file.Fill(values).Value!;
    }

    private static bool IsWorkbook(this byte[] file) => Support.FilledFile.Parts(file).ContainsKey("xl/workbook.xml");
}
