namespace Exemplar.Organization;

internal static class UnitNumbers
{
    /// <summary>A number for a new unit that no other has. Two at once would meet at the unique path, and the later commit runs again.</summary>
    public static async Task<int> NextNumber(this AppDb db, CancellationToken ct) => await db.Units.CountAsync(ct) + 1;

    public static async Task<int> NextPosition(this AppDb db, Guid? parentId, CancellationToken ct) =>
        await db.Units.CountAsync(u => u.ParentId == parentId, ct) + 1;
}
