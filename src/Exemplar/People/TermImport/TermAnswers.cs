namespace Exemplar.People.TermImport;

/// <summary>What somebody said of one row that could not be read: each null where nothing was said.</summary>
public sealed record TermAnswer(DateOnly? Day, Guid? Unit, bool Out);

/// <summary>What somebody said of a sheet of elections; columns and names are remembered for the office when it is imported.</summary>
/// <param name="Columns">By <see cref="TermHeading.Key"/>.</param>
/// <param name="Units">By the name as the sheet has it.</param>
/// <param name="Rows">By <see cref="TermLine.Key"/>.</param>
public sealed record TermAnswers(IReadOnlyDictionary<string, TermColumn> Columns, IReadOnlyDictionary<string, Guid> Units, IReadOnlyDictionary<string, TermAnswer> Rows)
{
    public static readonly TermAnswers None = new(new Dictionary<string, TermColumn>(), new Dictionary<string, Guid>(), new Dictionary<string, TermAnswer>());

    public bool IsNothing => Columns.Count + Units.Count + Rows.Count == 0;

    /// <summary>What was said later stands; what was said of a row's day stays when only its unit is said now.</summary>
    public TermAnswers With(TermAnswers more) => new(
        Merged(Columns, more.Columns, (_, now) => now), Merged(Units, more.Units, (_, now) => now),
        Merged(Rows, more.Rows, (old, now) => new(now.Day ?? old.Day, now.Unit ?? old.Unit, now.Out)));

    private static Dictionary<string, T> Merged<T>(IReadOnlyDictionary<string, T> old, IReadOnlyDictionary<string, T> now, Func<T, T, T> both)
    {
        var merged = new Dictionary<string, T>(old);
        foreach (var (key, value) in now) merged[key] = merged.TryGetValue(key, out var before) ? both(before, value) : value;
        return merged;
    }
}
