using Exemplar.Platform.Jobs;
using Exemplar.Platform.Log.Keys;
using Exemplar.Platform.Log.Proofs;
using Exemplar.Platform.Log.Sealing;
using Exemplar.Platform.Log.Verification;
using Exemplar.Platform.Web;

namespace Exemplar.Platform.Log;

/// <summary>The record log for whoever answers for it: sealed, verified, proved (docs/record-log.md).</summary>
public static class RecordLogCapability
{
    public const string Read = "log.read";

    public static IServiceCollection AddRecordLog(this IServiceCollection services, string dataFolder) => services
        .AddPermissions(new Permission(Read, "查看记录日志的封存点和校验结果", Role.AuditAdministrator))
        .AddMenu(new MenuItem(96, "记录日志", "/log", Read))
        .AddSingleton(new LogKeys(dataFolder)).AddSingleton(new CheckpointFiles(dataFolder))
        .AddScoped<SealLog>().AddScoped<VerifyLog>().AddScoped<DailyCheck>().AddScoped<ExportLog>().AddScoped<ProveRecord>()
        .AddScoped<CheckpointList>().AddScoped<CheckpointPage>()
        .AddDailyJob<DailyCheck>("记录日志校验", (check, ct) => check.Run(ct));

    /// <summary>The log is the whole installation's: whoever audits only a part of the office may not see it.</summary>
    internal static void DemandLog(this Actor actor) => actor.DemandEverywhere(Read);
}
