using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Exemplar.Documents.Sheets.Entry;

/// <summary>Writes a workbook that people fill in: protected sheets, open cells, lists to choose from, printed on A4. What is only written and never filled in is faster by <see cref="SheetWriter"/>.</summary>
public static class EntryBookWriter
{
    public static byte[] Write(IReadOnlyList<EntrySheet> sheets)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = EntryLooks.Stylesheet();
            var (listed, names) = (new X.Sheets(), new X.DefinedNames());
            for (var i = 0; i < sheets.Count; i++)
            {
                var (sheet, id) = (sheets[i], $"sheet{i + 1}");
                book.AddNewPart<WorksheetPart>(id).Worksheet = EntrySheetMarkup.Of(sheet, isFirst: i == 0);
                listed.Append(new X.Sheet { Name = sheet.Name, SheetId = (uint)i + 1, Id = id, State = sheet.IsHidden ? X.SheetStateValues.Hidden : null });
                if (sheet.Frozen.Rows > 0) names.Append(new X.DefinedName(OnEachPage(sheet)) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }
            book.Workbook = new X.Workbook(new X.WorkbookProtection { LockStructure = true }, new X.BookViews(new X.WorkbookView { ActiveTab = 0 }), listed);
            if (names.HasChildren) book.Workbook.Append(names);
            book.Workbook.Append(new X.CalculationProperties { FullCalculationOnLoad = true });
        }
        return file.ToArray();
    }

    private static string OnEachPage(EntrySheet sheet)
    {
        var rows = $"'{sheet.Name}'!$1:${sheet.Frozen.Rows}";
        return sheet.Frozen.Columns == 0 ? rows : $"'{sheet.Name}'!$A:${Sheet.Letter(sheet.Frozen.Columns - 1)},{rows}";
    }
}
