using System.Globalization;

namespace Exemplar.Documents.Templates.Offers;

/// <summary>A value for a form: text, a number or a civil date, which each blank writes in its own way. The default is empty.</summary>
public readonly record struct FormValue
{
    private readonly string? text;

    /// <summary>What offices write where something does not concern the unit; sums pass over it.</summary>
    public static readonly FormValue NotApplicable = "/";

    /// <summary>There is a number, and nobody here knows it: its cell stays empty and so does the sum below it, since half a sum is a wrong one.</summary>
    public static readonly FormValue Unknown = new(null, null, null) { IsUnknown = true };

    private FormValue(string? text, decimal? number, DateOnly? day) => (this.text, Number, Day) = (text, number, day);

    public string Text => text ?? "";
    public decimal? Number { get; }
    public DateOnly? Day { get; }
    public bool IsUnknown { get; private init; }

    /// <summary>The unit that has nothing at all on record in the period: whether nothing was done or nothing was entered, somebody must say. Null where that is no question.</summary>
    public string? InDoubt { get; private init; }

    public bool IsEmpty => Text.Length == 0 && Number is null && Day is null;

    public static implicit operator FormValue(string? text) => new(text?.Trim(), null, null);
    public static implicit operator FormValue(int number) => new(null, number, null);
    public static implicit operator FormValue(int? number) => new(null, number, null);
    public static implicit operator FormValue(decimal number) => new(null, number, null);
    public static implicit operator FormValue(DateOnly day) => new(null, null, day);
    public static implicit operator FormValue(DateOnly? day) => new(null, null, day);

    /// <summary>The same, as long as somebody says that the unit did nothing.</summary>
    public FormValue Doubting(string unit) => this with { InDoubt = unit };

    /// <summary>As text for a place with this label.</summary>
    public string In(string label) => Day is { } day ? DateForm.Of(label).Write(day) : Number is { } number ? number.ToString(CultureInfo.InvariantCulture) : Text;
}
