namespace Exemplar.Platform.Data;

public static class Queries
{
    /// <summary>The row with this id; throws <see cref="NotFound"/> (404).</summary>
    public static async Task<T> FindOrThrow<T>(this IQueryable<T> query, Guid id, CancellationToken ct) where T : class =>
        await query.SingleOrDefaultAsync(x => EF.Property<Guid>(x, "Id") == id, ct) ?? throw new NotFound(typeof(T).Name);
}
