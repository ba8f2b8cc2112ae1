namespace Exemplar.Documents.Official;

/// <summary>The three layouts of the standard that an office writes every day, and papers without a head.</summary>
public enum DocumentForm
{
    /// <summary>文件: red head, number, rule (7.2). Notices, reports, plans, supervision slips.</summary>
    Document,

    /// <summary>信函: double red lines, first page without number, no issuing line (10.1).</summary>
    Letter,

    /// <summary>纪要: the mark says so, attendance instead of a seal (10.3).</summary>
    Minutes,

    /// <summary>No document by the standard and without any head: records, lists to sign, forms. Type area, type and page numbers are the same.</summary>
    Plain,
}

/// <summary>紧急程度 (7.2.3).</summary>
public enum Urgency
{
    None,

    /// <summary>加急.</summary>
    Urgent,

    /// <summary>特急.</summary>
    Extreme,
}

/// <summary>
/// A document by GB/T 9704-2012, element by element in the order of its articles 7.2 to 7.4; <see cref="OfficialDocumentWriter"/>
/// sets it. What is null or empty is left out together with its space. Nothing here can be marked secret: the product holds
/// no classified documents, so there is no such element. Line breaks count in the title and the body only; characters that
/// XML cannot hold are dropped.
/// </summary>
public sealed record OfficialDocument
{
    public DocumentForm Form { get; init; }

    /// <summary>紧急程度, above the mark.</summary>
    public Urgency Urgency { get; init; }

    /// <summary>The issuing organ as its red mark names it; minutes name what met: 某某市人民政府办公室党组会议.</summary>
    public required string Organ { get; init; }

    /// <summary>Whether the mark ends with 文件; letters and minutes never do.</summary>
    public bool MarkSaysDocument { get; init; } = true;

    public DocumentNumber? Number { get; init; }

    /// <summary>签发人, for documents to a superior (7.2.6): with them the number moves to the left.</summary>
    public IReadOnlyList<string> Signatories { get; init; } = [];

    /// <summary>标题. Lines are kept as typed; a title typed as one line is broken between its words.</summary>
    public required string Title { get; init; }

    /// <summary>Takes the place of head and title; for papers without a head only.</summary>
    public Cover? Cover { get; init; }

    /// <summary>主送机关, in the order of their standing.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    public IReadOnlyList<Block> Body { get; init; } = [];

    /// <summary>Each begins a page of its own and is listed as 附件说明 under the text.</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    public Signature? Signature { get; init; }

    /// <summary>附注, without its brackets: 联系人：… .</summary>
    public string? Note { get; init; }

    /// <summary>出席、请假、列席; for minutes.</summary>
    public Attendance? Attendance { get; init; }

    /// <summary>抄送机关.</summary>
    public IReadOnlyList<string> CopiesTo { get; init; } = [];

    /// <summary>印发机关 and 印发日期; letters do not print it (10.1).</summary>
    public Imprint? Imprint { get; init; }
}
