using System.Text.Json;
using Exemplar.Organization;

namespace Exemplar.People.RosterImport;

/// <summary>Why a column that is unsure is read as it is.</summary>
public enum ColumnBasis
{
    /// <summary>Nobody knows: it is not read.</summary>
    Open,

    /// <summary>By its heading and by what stands in it.</summary>
    Guessed,

    /// <summary>As somebody of the office said for an earlier sheet.</summary>
    Remembered,

    /// <summary>As somebody said for this sheet.</summary>
    Said,
}

/// <summary>A column whose heading does not tell for sure what it holds.</summary>
/// <param name="Key">Its heading as it is compared and remembered.</param>
/// <param name="Column">As what it is read now; <see cref="RosterColumn.Idle"/> when it is said not to be needed, null when nobody knows.</param>
public sealed record ColumnQuestion(int Index, string Heading, string Key, IReadOnlyList<string> Samples, RosterColumn? Column, ColumnBasis Basis);

/// <summary>What unsure columns mean, by the keys of their headings: as the office said before, and as somebody said for this sheet.</summary>
public sealed record ColumnWords(IReadOnlyDictionary<string, RosterColumn> Remembered, IReadOnlyDictionary<string, RosterColumn> Said)
{
    public static readonly ColumnWords None = new(new Dictionary<string, RosterColumn>(), new Dictionary<string, RosterColumn>());

    /// <summary>What a column may be said to be. Neither the name, by which the table was found, nor anything that is never stored.</summary>
    public static readonly IReadOnlyList<RosterColumn> Choices =
    [
        RosterColumn.Sex, RosterColumn.BirthMonth, RosterColumn.Status, RosterColumn.StatusAndJoined, RosterColumn.JoinedOn, RosterColumn.ConfirmedOn,
        RosterColumn.Branch, RosterColumn.Department, RosterColumn.Group, RosterColumn.PartyPost, RosterColumn.Standing, RosterColumn.Remark, RosterColumn.Idle,
    ];

    public (RosterColumn Column, ColumnBasis Basis)? Of(string key) =>
        Said.TryGetValue(key, out var said) ? (said, ColumnBasis.Said) : Remembered.TryGetValue(key, out var known) ? (known, ColumnBasis.Remembered) : null;

    /// <summary>The second column of one heading is asked about apart from the first.</summary>
    public static string KeyOf(string plain, int nth)
    {
        var key = nth > 1 ? $"{plain}({nth})" : plain;
        return key.Length <= OfficeWord.LongestWord ? key : key[..OfficeWord.LongestWord];
    }

    public string ToJson() => JsonSerializer.Serialize(this);

    public static ColumnWords OfJson(string json) => json.Length == 0 ? None : JsonSerializer.Deserialize<ColumnWords>(json)!;
}

internal static class OfficeOfRosters
{
    /// <summary>The place of the office in which the actor imports.</summary>
    public static async Task<string> OfficeOfImport(this AppDb db, Actor actor, CancellationToken ct) =>
        OfficeWords.OfficeOf(await db.Units.Where(actor, PeopleCapability.Import).OrderBy(u => u.Order).Select(u => u.Path).FirstAsync(ct));
}
