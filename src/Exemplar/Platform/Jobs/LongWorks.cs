namespace Exemplar.Platform.Jobs;

/// <summary>The long commits that are under way, by the id of what they take over. Who may see or stop one is for its page to ask.</summary>
public sealed class LongWorks
{
    public static readonly Refusal Stopped = new("已取消导入，什么也没有写入。这份文件和您选的都还在，可以再确认一次。");

    private readonly Dictionary<Guid, LongWork> running = [];

    /// <summary>Null when nothing of that id is under way.</summary>
    public LongWork? Find(Guid id)
    {
        lock (running) return running.GetValueOrDefault(id);
    }

    /// <summary>Whether there was something to stop. What has reached the disk by then stays, and its answer says so.</summary>
    public bool Stop(Guid id)
    {
        lock (running)
        {
            if (!running.TryGetValue(id, out var work)) return false;
            work.Stop();
            return true;
        }
    }

    /// <summary>A commit that others than whoever waits for its answer can watch and stop. Stopped, it is refused and nothing of it is kept.</summary>
    public async Task<Result<T>> Commit<T>(AppDb db, Guid id, Func<AppDb, CancellationToken, Task<Result<T>>> change, CancellationToken ct)
    {
        var work = Hold(id);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(work.Stopped, ct);
        db.Watched = work;
        try
        {
            return await db.Commit(change, either.Token);
        }
        catch (OperationCanceledException) when (work.IsStopped && !ct.IsCancellationRequested)
        {
            return Stopped;
        }
        finally
        {
            db.Watched = null;
            Release(id, work);
        }
    }

    /// <summary>The same confirmation sent twice is one work: stopping it stops both.</summary>
    private LongWork Hold(Guid id)
    {
        lock (running)
        {
            if (!running.TryGetValue(id, out var work)) running[id] = work = new();
            work.Holders++;
            return work;
        }
    }

    private void Release(Guid id, LongWork work)
    {
        lock (running)
        {
            if (--work.Holders > 0) return;
            running.Remove(id);
            work.Dispose();
        }
    }
}
