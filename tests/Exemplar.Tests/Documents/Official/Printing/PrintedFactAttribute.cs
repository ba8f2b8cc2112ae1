namespace Exemplar.Tests.Documents.Official.Printing;

/// <summary>Measures paper: needs LibreOffice, poppler and a Han font; skips visibly where one is missing.</summary>
public sealed class PrintedFactAttribute : FactAttribute
{
    public PrintedFactAttribute()
    {
        if (Printer.Missing is { } program) Skip = $"{program} is not installed: nothing can be printed and measured";
    }
}
