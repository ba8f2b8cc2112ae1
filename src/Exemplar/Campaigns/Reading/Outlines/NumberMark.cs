namespace Exemplar.Campaigns.Reading;

/// <summary>Ways to number, outermost first as official documents nest them.</summary>
internal enum NumberStyle
{
    /// <summary>第一部分, 第一章</summary>
    Part,

    /// <summary>第一节</summary>
    Chapter,

    /// <summary>第一条</summary>
    Article,

    /// <summary>一、</summary>
    Chinese,

    /// <summary>（一）</summary>
    BracketedChinese,

    /// <summary>1. or 1、</summary>
    Arabic,

    /// <summary>1.1</summary>
    Decimal,

    /// <summary>（1） or 1)</summary>
    BracketedArabic,

    /// <summary>①</summary>
    Circled,

    /// <summary>第一阶段</summary>
    Phase,

    /// <summary>第一，</summary>
    Ordinal,

    /// <summary>首先，其次，</summary>
    Order,

    /// <summary>一是, 一要</summary>
    Listing,
}

/// <param name="Index">Position in its sequence, from 1.</param>
/// <param name="Length">Folded characters consumed, with the punctuation that belongs to the number.</param>
/// <param name="Number">Normal form: half-width brackets, without 、 and comma.</param>
internal readonly record struct NumberMark(NumberStyle Style, int Index, int Length, string Number)
{
    /// <summary>Outermost is smallest; ordinals nest wherever the document first uses them.</summary>
    public int Rank => (int)Style * 10;

    /// <summary>Numbers of an outline; the others enumerate.</summary>
    public bool IsOutline => Style is <= NumberStyle.BracketedChinese and not NumberStyle.Article;

    public bool IsOrdinal => Style is NumberStyle.Phase or NumberStyle.Ordinal or NumberStyle.Order;
}

/// <param name="NumberLength">Characters of the number itself, in brackets those between them.</param>
internal readonly record struct NumberShape(NumberStyle Style, int Index, int Length, int NumberLength);
