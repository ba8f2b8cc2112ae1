using System.CommandLine;
using Exemplar.Platform.Log.Keys;
using Exemplar.Platform.Log.Proofs;
using Exemplar.Platform.Log.Sealing;
using Exemplar.Platform.Log.Verification;

namespace Exemplar;

/// <summary><c>exemplar log …</c>: what can be asked of the record log from outside. 0 when it holds, 1 when it does not, 2 when it could not be asked.</summary>
internal static class LogCommands
{
    private const int Holds = 0, Fails = 1, Unasked = 2;

    private static readonly Option<FileInfo?> Checkpoint = new("--checkpoint") { Description = "留存的封存点文件" };
    private static readonly Option<FileInfo[]> Keys = new("--key") { Description = "只认这些公钥文件（.pub.pem），不认数据目录里的", AllowMultipleArgumentsPerToken = true };

    public static Command Build(Option<string> data, Option<string?> database)
    {
        var verify = new Command("verify", "核对全部记录、日志和封存点；指出第一处不符") { data, database, Checkpoint, Keys };
        verify.SetAction((options, ct) => Within(options, data, database, services => Verify(services, options, ct)));

        var tables = new Command("tables", "列出受保护的表") { data, database };
        tables.SetAction((options, _) => Within(options, data, database, services =>
        {
            foreach (var table in services.GetRequiredService<VerifyLog>().Tables()) options.InvocationConfiguration.Output.WriteLine(table);
            return Task.FromResult(Holds);
        }));

        var to = new Option<DirectoryInfo?>("--to") { Description = "最新的封存点另外放一份到这里，如 U 盘" };
        var seal = new Command("seal", "立即封存新的日志") { data, database, to };
        seal.SetAction((options, ct) => Within(options, data, database, services => Seal(services, options, options.GetValue(to)?.FullName, ct)));

        var file = new Argument<FileInfo>("FILE") { Description = "文件" };
        var export = new Command("export", "把日志和封存点导出为 JSON 行") { file, data, database };
        export.SetAction((options, ct) => Within(options, data, database, services => Export(services, options, options.GetValue(file)!, ct)));

        var proof = new Command("check-proof", "检查一条记录的证明文件，不需要数据库") { file, Keys };
        proof.SetAction((options, ct) => CheckProof(options, options.GetValue(file)!, ct));

        var algorithm = new Option<string>("--algorithm") { Description = "签名算法", DefaultValueFactory = _ => SigningKey.EcdsaP256 };
        algorithm.AcceptOnlyFromAmong(SigningKey.EcdsaP256, SigningKey.Sm2);
        var key = new Command("key", "换一把新的签名密钥（旧公钥保留）") { data, algorithm };
        key.SetAction(options => NewKey(options, options.GetValue(data)!, options.GetValue(algorithm)!));

        return new("log", "记录日志") { verify, tables, seal, export, proof, key };
    }

    private static async Task<int> Within(ParseResult options, Option<string> data, Option<string?> database, Func<IServiceProvider, Task<int>> work)
    {
        var folder = options.GetValue(data)!;
        if (options.GetValue(database) is null && !File.Exists(System.IO.Path.Combine(folder, "exemplar.db"))) return Say(options, $"{folder} 里没有 exemplar.db");
        try
        {
            await using var app = Application.Build(folder, options.GetValue(database));
            await using var scope = app.Services.CreateAsyncScope();
            return await work(scope.ServiceProvider);
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            return Say(options, $"没有办成：{failure.Message}");
        }
    }

    private static async Task<int> Verify(IServiceProvider services, ParseResult options, CancellationToken ct)
    {
        if (Witness.Read(options.GetValue(Checkpoint), options.GetValue(Keys)) is var witness && witness.Refusal is { } refusal) return Say(options, refusal.Message);
        var (kept, keys) = witness.Value!;
        var seen = await services.GetRequiredService<VerifyLog>().Handle(kept, keys, ct);
        var output = options.InvocationConfiguration.Output;
        foreach (var finding in seen.Findings) await output.WriteLineAsync($"不符  {finding}");
        if (seen.ProvesLittle) await output.WriteLineAsync("提醒  一个封存点也没有：全部重写过也查不出来，请运行 log seal 并把封存点留存到外面");
        else if (kept is null) await output.WriteLineAsync("提醒  没有用留存在外面的封存点（--checkpoint）：放回旧备份、连封存点一起重做，这样查不出来");
        await output.WriteLineAsync(seen.IsClean
            ? $"核对无误：日志 {seen.Entries} 条（已封存 {seen.Sealed} 条），封存点 {seen.Checkpoints} 个，记录 {seen.Records} 条"
            : $"有 {seen.Findings.Count} 处不符；每一部分只指出第一处");
        return seen.IsClean ? Holds : Fails;
    }

    private static async Task<int> Seal(IServiceProvider services, ParseResult options, string? folder, CancellationToken ct)
    {
        var done = await services.GetRequiredService<SealLog>().Handle(ct);
        if (done.Refusal is { } refusal) return Say(options, refusal.Message, Fails);
        var output = options.InvocationConfiguration.Output;
        foreach (var made in done.Value!) await output.WriteLineAsync($"第 {made.Number} 号封存点：日志 {made.Size} 条，{made.Root}");
        if (done.Value!.Count == 0) await output.WriteLineAsync("没有新的日志");
        return folder is not null && await HandOver(services, folder, ct) is { } unwritten ? Say(options, unwritten.Message, Fails) : Holds;
    }

    private static async Task<Refusal?> HandOver(IServiceProvider services, string folder, CancellationToken ct)
    {
        var last = await services.GetRequiredService<AppDb>().LogCheckpoints.AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync(ct);
        if (last is null) return null;
        return services.GetRequiredService<LogKeys>().Known().GetValueOrDefault(last.KeyId) is { } key
            ? await services.GetRequiredService<CheckpointFiles>().Write(last, key, folder, ct)
            : new Refusal("签这个封存点的公钥不在 keys/ 里");
    }

    private static async Task<int> Export(IServiceProvider services, ParseResult options, FileInfo file, CancellationToken ct)
    {
        await using var into = file.Create();
        var count = await services.GetRequiredService<ExportLog>().Handle(into, ct);
        await options.InvocationConfiguration.Output.WriteLineAsync($"已导出 {count} 条日志");
        return Holds;
    }

    private static async Task<int> CheckProof(ParseResult options, FileInfo file, CancellationToken ct)
    {
        if (!file.Exists) return Say(options, $"没有文件 {file.Name}");
        if (Witness.Read(null, options.GetValue(Keys)) is var witness && witness.Refusal is { } unread) return Say(options, unread.Message);
        var keys = witness.Value!.Keys;
        var checkedProof = InclusionProof.Check(await File.ReadAllBytesAsync(file.FullName, ct), keys);
        if (checkedProof.Refusal is { } refusal) return Say(options, refusal.Message, Fails);
        var (proof, output) = (checkedProof.Value!, options.InvocationConfiguration.Output);
        if (keys is null) await output.WriteLineAsync($"提醒  公钥来自证明文件本身，谁都可以自己签一份：请与单位公布的核对，或用 --key 指出。{proof.Key.Id}");
        await output.WriteLineAsync(proof.Leaf);
        await output.WriteLineAsync($"证明成立：它是第 {proof.Checkpoint.Number} 号封存点（{proof.Checkpoint.At.InOffice():yyyy-MM-dd HH:mm}）封存的 {proof.Checkpoint.Size} 条日志中的第 {proof.Index + 1} 条");
        return Holds;
    }

    private static int NewKey(ParseResult options, string data, string algorithm)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(data, "keys"));
        var key = new LogKeys(System.IO.Path.GetFullPath(data)).Make(algorithm);
        options.InvocationConfiguration.Output.WriteLine($"新的签名密钥（{key.Algorithm}）：{key.Public.Id}\n公钥：keys/{LogKeys.PublicName(key.Public)}，请交给保管封存点的人");
        return Holds;
    }

    private static int Say(ParseResult options, string sentence, int code = Unasked)
    {
        options.InvocationConfiguration.Error.WriteLine(sentence);
        return code;
    }
}
