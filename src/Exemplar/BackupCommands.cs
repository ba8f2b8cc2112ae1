using System.CommandLine;
using Exemplar.Platform.Backup;
using Exemplar.Platform.Log.Verification;

namespace Exemplar;

/// <summary><c>exemplar backup DIR</c> and <c>exemplar restore DIR</c>: 0 when done and, for a restore, when its record log holds; 1 when not.</summary>
internal static class BackupCommands
{
    public static Command Backup(Option<string> data, Option<string?> database)
    {
        var to = new Argument<DirectoryInfo>("DIR") { Description = "备份放到哪个目录（空的，或者还没有的）" };
        var command = new Command("backup", "备份数据库、附件和封存点，不用停机；keys 目录另行保管") { to, data, database };
        command.SetAction(async (options, ct) =>
        {
            var folder = options.GetValue(data)!;
            if (options.GetValue(database) is null && !File.Exists(Path.Combine(folder, "exemplar.db"))) return Say(options, $"{folder} 里没有 exemplar.db");
            await using var app = Application.Build(folder, options.GetValue(database));
            await using var scope = app.Services.CreateAsyncScope();
            var done = await scope.ServiceProvider.GetRequiredService<MakeBackup>().Handle(options.GetValue(to)!.FullName, ct);
            if (done.Refusal is { } refusal) return Say(options, refusal.Message);
            var files = done.Value!.Files;
            await options.InvocationConfiguration.Output.WriteLineAsync($"已备份 {files.Count} 个文件，共 {files.Sum(f => f.Length) / 1024} KB。keys 目录不在备份里，请另外保管：没有它，加密的内容打不开");
            return 0;
        });
        return command;
    }

    public static Command Restore(Option<string> data)
    {
        var from = new Argument<DirectoryInfo>("DIR") { Description = "备份目录" };
        var checkpoint = new Option<FileInfo?>("--checkpoint") { Description = "留存的封存点文件：备份比它旧就会指出来" };
        var keys = new Option<FileInfo[]>("--key") { Description = "只认这些公钥文件（.pub.pem）", AllowMultipleArgumentsPerToken = true };
        var command = new Command("restore", "把备份恢复到空的数据目录，并用记录日志核对") { from, data, checkpoint, keys };
        command.SetAction(async (options, ct) =>
        {
            var folder = options.GetValue(data)!;
            var witness = Witness.Read(options.GetValue(checkpoint), options.GetValue(keys));
            if (witness.Refusal is { } unread) return Say(options, unread.Message);
            var done = await RestoreBackup.Handle(options.GetValue(from)!.FullName, Path.GetFullPath(folder), ct);
            if (done.Refusal is { } refusal) return Say(options, refusal.Message);
            await using var app = Application.Build(folder);
            await using var scope = app.Services.CreateAsyncScope();
            var seen = await scope.ServiceProvider.GetRequiredService<VerifyLog>().Handle(witness.Value!.Checkpoint, witness.Value.Keys, ct);
            var output = options.InvocationConfiguration.Output;
            await output.WriteLineAsync($"已恢复 {done.Value!.Files.Count} 个文件，备份时间 {done.Value.At.InOffice():yyyy-MM-dd HH:mm}");
            foreach (var finding in seen.Findings) await output.WriteLineAsync($"不符  {finding}");
            await output.WriteLineAsync(seen.IsClean ? $"核对无误：日志 {seen.Entries} 条，记录 {seen.Records} 条" : "恢复的内容和日志或留存的封存点不一致，请先查明再启用");
            return seen.IsClean ? 0 : 1;
        });
        return command;
    }

    private static int Say(ParseResult options, string sentence)
    {
        options.InvocationConfiguration.Error.WriteLine(sentence);
        return 1;
    }
}
