using Exemplar.Platform.Outbox.Channels;
using Exemplar.Platform.Web;

namespace Exemplar.Platform.Outbox;

/// <summary>What leaves the house: off until an administrator turns it on (docs/adr/0011).</summary>
public static class OutboxCapability
{
    public const string Configure = "messages.configure";

    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddHttpClient(Robot.Client, client =>
        {
            client.Timeout = TimeSpan.FromSeconds(10);
            client.MaxResponseContentBufferSize = 16 * 1024;
        }).RemoveAllLoggers();   // addresses carry the robots' keys
        return services
            .AddPermissions(new Permission(Configure, "设置对外发送的消息", Role.SystemAdministrator))
            .AddMenu(new MenuItem(95, "对外消息", "/messages/settings", Configure))
            .AddSingleton<SendingHours>().AddSingleton<SecretBox>()
            .AddScoped<IChannel, MailChannel>().AddScoped<IChannel, DingTalkRobot>().AddScoped<IChannel, WeComRobot>()
            .AddScoped<QueueMessage>().AddScoped<DeliverMessages>()
            .AddScoped<ConfigureMessages>().AddScoped<OutboxFigures>().AddScoped<SendTestMessage>();
    }

    /// <summary>The settings are the whole installation's: whoever administers only a part of the office may not change them.</summary>
    internal static void DemandOutbox(this Actor actor) => actor.DemandEverywhere(Configure);
}
