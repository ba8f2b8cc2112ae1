using System.CommandLine;
using System.Text.Json;
using Exemplar.Agenda.Digest;
using Exemplar.Campaigns.Reading;
using Exemplar.Demo;
using Exemplar.Platform.Jobs;
using Exemplar.Platform.Log.Sealing;
using Exemplar.Platform.Outbox;
using Exemplar.Platform.Security.Audit;
using Exemplar.Platform.Security.Factors;
using Microsoft.AspNetCore.Connections;

namespace Exemplar;

/// <summary>The command line. Commands that touch data take the data folder and, for PostgreSQL, a connection string.</summary>
internal static class Commands
{
    private static readonly Option<string> Data = new("--data") { Description = "数据目录", DefaultValueFactory = _ => "data" };
    private static readonly Option<string> Urls = new("--urls") { Description = "监听地址", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
    private static readonly Option<string?> Database = new("--database")
    {
        Description = "PostgreSQL 连接串；不填用数据目录里的 exemplar.db",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("EXEMPLAR_DATABASE"),
    };

    public static Command Serve()
    {
        var command = new Command("serve", "启动") { Data, Urls, Database };
        command.SetAction((options, ct) => Run(options, null, ct));
        return command;
    }

    public static Command Demo()
    {
        var noServe = new Option<bool>("--no-serve") { Description = "只生成数据，不启动" };
        var today = new Option<DateOnly?>("--today") { Description = "当作今天的日期，如 2026-11-24" };
        var seed = new Option<int>("--seed") { Description = "同一个数生成同样的内容", DefaultValueFactory = _ => 1 };
        var command = new Command("demo", "生成演示单位并启动") { Data, Urls, Database, noServe, today, seed };
        command.SetAction(async (options, ct) =>
        {
            var data = options.GetValue(Data)!;
            TimeProvider clock = options.GetValue(today) is { } day ? new ShiftedClock(day) : TimeProvider.System;
            if (await DemoYear.Make(data, options.GetValue(Database), clock.Today(), options.GetValue(seed), Console.WriteLine, ct) is { } refusal)
            {
                Console.Error.WriteLine(refusal.Message);
                return 1;
            }
            ShowAccounts(Path.Combine(data, "demo-accounts.json"));
            return options.GetValue(noServe) ? 0 : await Run(options, clock, ct);
        });
        command.Add(DemoCode());
        return command;
    }

    /// <summary>In place of a phone: the demo's secrets lie in its own file, and its clock may be another than a phone's.</summary>
    private static Command DemoCode()
    {
        var today = new Option<DateOnly?>("--today") { Description = "演示启动时用的日期" };
        var command = new Command("code", "显示演示管理员现在的动态口令") { Data, today };
        command.SetAction(options =>
        {
            TimeProvider clock = options.GetValue(today) is { } day ? new ShiftedClock(day) : TimeProvider.System;
            var file = Path.Combine(options.GetValue(Data)!, "demo-accounts.json");
            if (!File.Exists(file))
            {
                Console.Error.WriteLine($"{file} 不存在：这里不是演示数据");
                return 1;
            }
            foreach (var account in ReadAccounts(file).Where(a => a.Secret is not null))
                Console.WriteLine($"  {account.UserName,-8} {OneTimeCodes.CodeAt(OneTimeCodes.FromLetters(account.Secret!), clock.GetUtcNow())}");
            return 0;
        });
        return command;
    }

    public static Command Plan()
    {
        var file = new Argument<string>("FILE") { Description = "讲话或方案：.docx 或 .txt" };
        var json = new Option<bool>("--json") { Description = "输出 JSON" };
        var read = new Command("read", "读取讲话或方案，列出阶段、任务和问题") { file, json };
        read.SetAction(options => PlanReadCommand.Run(options.GetValue(file)!, options.GetValue(json), Console.Out, Console.Error));
        return new Command("plan", "讲话和方案") { read };
    }

    public static Command Log() => LogCommands.Build(Data, Database);

    public static Command Backup() => BackupCommands.Backup(Data, Database);

    public static Command Restore() => BackupCommands.Restore(Data);

    public static Command Account() => AccountCommands.Build(Data, Database);

    public static Command Rules() => RulesCommands.Build();

    private static async Task<int> Run(ParseResult options, TimeProvider? clock, CancellationToken ct)
    {
        await using var app = Application.Build(options.GetValue(Data)!, options.GetValue(Database), options.GetValue(Urls), builder =>
        {
            if (clock is not null) builder.Services.AddSingleton(clock);
            AddWorkers(builder.Services);
            builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = o.ValidateScopes = false);   // costs time at each start, and every test has done it
        });
        if (await app.Prepare(ct) is { } tooNew)
        {
            options.InvocationConfiguration.Error.WriteLine(tooNew.Message);
            return 1;
        }
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"已启动：{string.Join(" ", app.Urls)}（按 Ctrl+C 停止）"));
        try
        {
            await app.StartAsync(ct);
            // Asks the database and so builds EF's model: while the first visitor reads the sign-in page, not while they wait for it.
            await Task.Delay(LateWorkers.Moment, app.Lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!app.Lifetime.ApplicationStopping.IsCancellationRequested) await app.AnnounceSetUp(ct);
            await app.WaitForShutdownAsync(ct);
            return 0;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            Console.Error.WriteLine($"{options.GetValue(Urls)} 已被别的程序占用，请用 --urls 换一个端口，例如 --urls http://127.0.0.1:5081");
            return 1;
        }
    }

    /// <summary>Here and nowhere else: only what is served sends.</summary>
    internal static void AddWorkers(IServiceCollection services) => services.AddLateWorker<DailyWorker>().AddLateWorker<OutboxWorker>().AddLateWorker<DigestWorker>().AddLateWorker<SealWorker>().AddHostedService<AuditWorker>();

    private static void ShowAccounts(string file)
    {
        if (!File.Exists(file)) return;
        var accounts = ReadAccounts(file);
        Console.WriteLine($"演示账号（全部在 {file}）：");
        foreach (var account in accounts.Take(6)) Console.WriteLine($"  {account.UserName,-8} {account.Password}  {account.Name}，{account.Unit}，{account.Role}");
        Console.WriteLine("  管理员 admin、audit 登录还要动态口令：运行 exemplar demo code 看，或用文件里的恢复码");
    }

    private static List<DemoAccount> ReadAccounts(string file) => JsonSerializer.Deserialize<List<DemoAccount>>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
}
