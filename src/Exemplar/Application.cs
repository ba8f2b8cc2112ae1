using Exemplar.Agenda;
using Exemplar.Campaigns;
using Exemplar.Documents.Templates;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Backup;
using Exemplar.Platform.Files;
using Exemplar.Platform.Jobs;
using Exemplar.Platform.Outbox;
using Exemplar.Platform.Search;
using Exemplar.Platform.Security.Audit;
using Exemplar.Platform.Web;
using Exemplar.Rules;
using Exemplar.Tasks;

namespace Exemplar;

/// <summary>The whole product: what it is made of, in the order in which its parts may know each other.</summary>
public static class Application
{
    /// <param name="dataFolder">Holds <c>exemplar.db</c>, <c>files/</c>, <c>checkpoints/</c> and <c>keys/</c>; made when missing.</param>
    /// <param name="postgres">A PostgreSQL connection string, or null for SQLite.</param>
    /// <param name="change">For tests and the demo: another clock, another server.</param>
    public static WebApplication Build(string dataFolder, string? postgres = null, string? urls = null, Action<WebApplicationBuilder>? change = null)
    {
        dataFolder = Path.GetFullPath(dataFolder);
        MakeDataFolder(dataFolder);

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "exemplar", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();   // without it an unpublished run serves empty files to clients that accept gzip
        if (urls is not null) builder.WebHost.UseUrls(urls);

        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);   // warns that keys/ is readable: the folder is closed to others instead

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddAppDb(dataFolder, postgres);
        builder.Services.AddSecurity(dataFolder);
        builder.Services.AddSingleton(s => new FileStore(Path.Combine(dataFolder, "files"), s.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<FilesOfCommit>();
        builder.Services.AddSingleton(CalendarTables.Read());
        builder.Services.AddSingleton<LongWorks>();
        builder.Services.AddWeb();
        builder.Services.AddOutbox();
        builder.Services.AddSearch();
        builder.Services.AddRecordLog(dataFolder);
        builder.Services.AddScoped<MakeBackup>();
        builder.Services.AddScoped(s => ActivatorUtilities.CreateInstance<UpgradeTables>(s, Path.Combine(dataFolder, "before-upgrade")));

        builder.Services.AddForms();
        builder.Services.AddRules();
        builder.Services.AddOrganization();
        builder.Services.AddPeople();
        builder.Services.AddTasks();
        builder.Services.AddCampaigns();
        builder.Services.AddMeetings();
        builder.Services.AddAgenda();

        builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = o.ValidateScopes = true);
        change?.Invoke(builder);

        var app = builder.Build();
        app.UseWeb();
        return app;
    }

    private static void MakeDataFolder(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var keys = Path.Combine(dataFolder, "keys");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(keys);
        else Directory.CreateDirectory(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Brings the tables up to this program's, after a copy of what was there; refuses those that a later program has made.</summary>
    public static async Task<Refusal?> Prepare(this WebApplication app, CancellationToken ct)
    {
        var age = await app.Services.GetRequiredService<TableHistory>().Age(ct);
        if (age is TablesAge.Same) return null;
        await using var scope = app.Services.CreateAsyncScope();
        var upgrade = scope.ServiceProvider.GetRequiredService<UpgradeTables>();
        return age is TablesAge.Newer ? upgrade.TooNew : await upgrade.Handle(hasData: age is TablesAge.Older, ct);
    }

    /// <summary>Says on the console how to set up a house that nobody has moved into yet.</summary>
    public static async Task AnnounceSetUp(this WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<AppDb>().Units.AnyAsync(ct)) return;
        Console.WriteLine($"首次启动，请在浏览器里打开首页完成设置。设置码：{app.Services.GetRequiredService<SetUpCode>().Show()}");
    }
}
