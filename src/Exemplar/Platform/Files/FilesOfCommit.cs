using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Exemplar.Platform.Files;

/// <summary>
/// Writes the bytes of new files just before their rows are inserted, and takes them back when the insert fails. Commits have
/// one turn at a time, so nobody else can have come to need the same bytes in between.
/// </summary>
internal sealed class FilesOfCommit(FileStore store) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData data, InterceptionResult<int> result, CancellationToken ct = default)
    {
        foreach (var file in NewFiles(data.Context!))
            if (file.Unwritten is { } content) file.IsNew |= await store.Write(file, content, ct);
        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData data, CancellationToken ct = default)
    {
        foreach (var file in NewFiles(data.Context!).Where(f => f.IsNew))
        {
            store.Delete(file);
            file.IsNew = false;
        }
        return Task.CompletedTask;
    }

    private static List<StoredFile> NewFiles(DbContext db) =>
        [.. db.ChangeTracker.Entries<StoredFile>().Where(e => e.State is EntityState.Added).Select(e => e.Entity)];
}
