using System.CommandLine;

namespace Exemplar;

/// <summary>The command line. All commands take the data folder and, for PostgreSQL, a connection string.</summary>
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
        command.SetAction(async (options, ct) =>
        {
            await using var app = Application.Build(options.GetValue(Data)!, options.GetValue(Database), options.GetValue(Urls));
            await app.Prepare(ct);
            await app.AnnounceSetUp(ct);
            await app.RunAsync(ct);
            return 0;
        });
        return command;
    }
}
