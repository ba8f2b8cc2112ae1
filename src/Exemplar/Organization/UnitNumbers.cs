namespace Exemplar.Organization;

internal static class UnitNumbers
{
    /// <summary>A number for a new unit that no other has. Two at once would meet at the unique path, and the later commit runs again.</summary>
    public static async Task<int> NextNumber(this AppDb db, CancellationToken ct) => await db.Units.CountAsync(ct) + 1;

    public static async Task<int> NextPosition(this AppDb db, Guid? parentId, CancellationToken ct) =>
        (await db.Units.Where(u => u.ParentId == parentId).MaxAsync(u => (int?)u.Position, ct) ?? 0) + 1;

    /// <summary>Whether a living unit beside it has this name already: a name says which unit is meant.</summary>
    public static Task<bool> HasSibling(this AppDb db, Guid? parentId, string name, Guid? except, CancellationToken ct)
    {
        var wanted = name.Trim();
        return db.Units.AnyAsync(u => u.ParentId == parentId && u.Name == wanted && u.Id != except && u.DissolvedOn == null, ct);
    }
}
