using Exemplar.Platform.Data;
using Exemplar.Platform.Outbox;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Outbox;

/// <summary>Tests in a house whose administrator may turn sending on; rounds of sending are driven by hand.</summary>
public abstract class OutboxTests : HouseTests
{
    public const string Settings = "/messages/settings";

    protected HttpClient Admin { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Admin = await As(Role.SystemAdministrator, House.Office);
    }

    /// <summary>Turned on with a WeCom robot, through the page.</summary>
    protected async Task GivenRobot() =>
        await (await Admin.Submit(Settings, ("Form.IsOn", "true"), ("Form.Robot", "WeCom"), ("Form.RobotKey", "key-of-wecom"))).Leads(Admin, "已保存");

    /// <summary>Turned on with this mail server, through the page.</summary>
    protected async Task GivenMail(MailServer server, string security = "Plain", string domains = "") =>
        await (await Admin.Submit(Settings, ("Form.IsOn", "true"), ("Form.MailHost", "127.0.0.1"), ("Form.MailPort", $"{server.Port}"), ("Form.MailSecurity", security),
            ("Form.MailFrom", "office@linjiang.example"), ("Form.MailDomains", domains))).Leads(Admin, "已保存");

    protected Task<int> Deliver() => Do<DeliverMessages, int>(deliver => deliver.Handle(default));

    /// <summary>A message that some deed has queued with its commit.</summary>
    protected async Task<OutboxMessage> Queued(ChannelKind channel = ChannelKind.WeCom, string to = "") =>
        (await Queue(queue => Task.FromResult<OutboxMessage?>(queue.Test(Guid.CreateVersion7(), channel, to))))!;

    protected async Task<OutboxMessage?> Queue(Func<QueueMessage, Task<OutboxMessage?>> deed)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<QueueMessage>();
        return (await scope.ServiceProvider.GetRequiredService<AppDb>().Commit<OutboxMessage?[]>(async (_, _) => new[] { await deed(queue) }, default)).Value![0];
    }

    /// <summary>One round in a scope of its own, as a worker or a second instance does it.</summary>
    protected async Task<T> Do<THandler, T>(Func<THandler, Task<T>> deed) where THandler : notnull
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await deed(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    protected Task<List<OutboxMessage>> Messages() => App.Read(db => db.OutboxMessages.AsNoTracking().OrderBy(m => m.MadeAt).ThenBy(m => m.Id).ToListAsync());

    protected async Task<OutboxMessage> TheMessage() => Assert.Single(await Messages());

    protected void Turn(int month, int day, int hour, int minute = 0) => App.Clock.SetUtcNow(At(month, day, hour, minute));

    protected static DateTimeOffset At(int month, int day, int hour, int minute = 0) => new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(8));
}
