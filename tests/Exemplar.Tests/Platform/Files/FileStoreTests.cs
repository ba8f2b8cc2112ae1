using System.Net;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Data;
using Exemplar.Platform.Files;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Exemplar.Tests.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Files;

/// <summary>A file is on disk when its row is kept, and not otherwise.</summary>
public sealed class FileStoreTests : HouseTests
{
    private FileStore Store => App.Services.GetRequiredService<FileStore>();

    private Act Now => new(null, null, App.Clock.GetUtcNow());

    private Task<Result<int>> Commit(StoredFile file, Refusal? refusal = null, object? also = null) => App.Read(db => db.Commit<int>((db, _) =>
    {
        db.Add(file);
        db.Log(Now, "test", file);
        if (also is IRecord record)
        {
            db.Add(also);
            db.Log(Now, "test", record);
        }
        return Task.FromResult<Result<int>>(refusal is null ? 0 : refusal);
    }, default));

    [Fact]
    public async Task What_is_kept_reads_back()
    {
        var file = await Store.Keep("说明.txt", "正文"u8.ToArray(), default);
        Assert.Equal(0, App.KeptFiles());
        await Commit(file);

        var kept = await App.Read(db => db.Files.SingleAsync());
        Assert.Equal("正文"u8.ToArray(), await Store.Read(kept, default));
        Assert.Equal(1, App.KeptFiles());
    }

    [Fact]
    public async Task A_refused_commit_leaves_no_file()
    {
        await Commit(await Store.Keep("说明.txt", "正文"u8.ToArray(), default), new Refusal("不行"));
        Assert.Equal(0, App.KeptFiles());
    }

    [Fact]
    public async Task A_failed_commit_takes_its_file_back_but_none_that_was_there_before()
    {
        var broken = Unit.Found(Guid.CreateVersion7(), UnitKind.Branch, "悬空支部", House.Office, 900, 1).Value!;
        broken = Unit.Found(Guid.CreateVersion7(), UnitKind.Branch, "悬空支部", broken, 901, 1).Value!;   // below a unit that is not kept

        await Assert.ThrowsAsync<DbUpdateException>(async () => await Commit(await Store.Keep("新.txt", "新的"u8.ToArray(), default), also: broken));
        Assert.Equal(0, App.KeptFiles());

        await Commit(await Store.Keep("旧.txt", "旧的"u8.ToArray(), default));
        await Assert.ThrowsAsync<DbUpdateException>(async () => await Commit(await Store.Keep("再来.txt", "旧的"u8.ToArray(), default), also: broken));
        Assert.Equal(1, App.KeptFiles());
    }

    [Fact]
    public async Task A_report_that_is_refused_or_stale_leaves_no_attachment()
    {
        var task = await GivenTask.Issued(App, House, "梳理服务事项", new(2026, 3, 31), House.General);
        var head = await As(Role.DepartmentHead, House.General);
        var url = $"/assignments/{task.Assignments.Single().Id}/report";

        await head.SubmitFile(url, "Form.File", "证明.txt", "附件"u8.ToArray(), ("Form.Text", ""), ("Form.Finish", "true"));
        var stale = await head.SubmitFile(url, "Form.File", "证明.txt", "附件"u8.ToArray(), ("Form.Text", "完成"), ("Form.Finish", "true"), ("Form.Version", "99"));

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal(0, App.KeptFiles());
    }
}
