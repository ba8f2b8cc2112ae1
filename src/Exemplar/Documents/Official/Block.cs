namespace Exemplar.Documents.Official;

/// <summary>A piece of the body (7.3.3) or of an annex.</summary>
public abstract record Block;

/// <summary>Text; every line of it is a paragraph.</summary>
public sealed record BodyText(string Text) : Block;

/// <summary>
/// A heading of level 1 to 4: 一、 (黑体), （一） (楷体), 1. and （1） (仿宋). The writer numbers it; a lower level starts again
/// under each higher one. <paramref name="Following"/> goes on in the same paragraph, in the type of the text.
/// </summary>
/// <param name="StartsPage">Whether it begins a page.</param>
public sealed record BodyHeading(int Level, string Text, string? Following = null, bool StartsPage = false) : Block;

/// <summary>A column: its heading and its share of the width, relative to the others.</summary>
public sealed record TableColumn(string Heading, double Share = 1, bool IsCentred = false);

/// <summary>A table with a heading row that repeats on every page. Missing cells are empty, surplus ones left out; 63 columns at most (Word's limit).</summary>
/// <param name="LowestRow">Rows are at least so high, in millimetres: room to write in.</param>
public sealed record BodyTable(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, double LowestRow = 0) : Block;

/// <summary>A named value of a form.</summary>
public sealed record Field(string Label, string Value);

/// <summary>A form to fill in or filled in: rows of one or two fields, labels left of their values.</summary>
public sealed record FieldTable(params IReadOnlyList<IReadOnlyList<Field>> Rows) : Block
{
    /// <summary>Stays on one page together with what stands right above it, unless it is longer than a page.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>Empty ruled lines for what a person writes by hand.</summary>
public sealed record BlankLines(int Count) : Block;
