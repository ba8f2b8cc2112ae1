namespace Exemplar.Platform.Data;

/// <summary>Where the next page of a list by date and organization order begins, as the address carries it: <c>2026-03-31_00001.00012_0199…</c>.</summary>
public readonly record struct Cursor(DateOnly Day, string Place, Guid Id)
{
    /// <summary>Null for none, and for one that somebody mistyped: the list then begins at its beginning.</summary>
    public static Cursor? Read(string? text) =>
        text?.Split('_') is [var day, var place, var id] && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var on) && Guid.TryParse(id, out var guid)
            ? new(on, place.Replace('.', '/'), guid)
            : null;

    public override string ToString() => $"{Day:yyyy-MM-dd}_{Place.Replace('/', '.')}_{Id:N}";
}
