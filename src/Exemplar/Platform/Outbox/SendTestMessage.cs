namespace Exemplar.Platform.Outbox;

/// <summary>The administrator tries the settings out, the way every message goes: through the outbox, in sending hours.</summary>
public sealed class SendTestMessage(AppDb db, Actor actor, QueueMessage queue)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // chosen before sending: sent twice, queued once

        [Display(Name = "渠道"), Required]
        public ChannelKind? Channel { get; set; }

        [Display(Name = "我的邮箱"), StringLength(WorkAddress.Longest)]
        public string? Address { get; set; }
    }

    public async Task<OutboxSettings> Open(CancellationToken ct)
    {
        actor.DemandOutbox();
        return await db.OutboxSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();
    }

    /// <summary>What is set up and can be tried.</summary>
    public static IReadOnlyList<ChannelKind> Channels(OutboxSettings settings) =>
        [.. settings is { IsOn: true, HasMail: true } ? (ChannelKind[])[ChannelKind.Mail] : [], .. settings is { IsOn: true, RobotChannel: { } robot } ? (ChannelKind[])[robot] : []];

    public Task<Result<OutboxMessage>> Handle(Form form, CancellationToken ct) => db.Commit<OutboxMessage>(async (db, ct) =>
    {
        var settings = await Open(ct);
        if (await db.OutboxMessages.SingleOrDefaultAsync(m => m.Id == form.Id, ct) is { } kept) return Resent.Answer(kept, kept.Channel == form.Channel, kept.Channel.Name());
        if (!settings.IsOn) return new Refusal("对外发送是关闭的，请先在设置里打开");
        if (!Channels(settings).Contains(form.Channel!.Value)) return new Refusal(nameof(Form.Channel), "这个渠道还没有设置");
        if (form.Channel is not ChannelKind.Mail) return queue.Test(form.Id, form.Channel.Value, "");

        if (WorkAddress.Read(form.Address) is not { } address) return new Refusal(nameof(Form.Address), "请填写您自己的工作邮箱");
        if (!address.IsIn(settings.MailDomains)) return new Refusal(nameof(Form.Address), $"只发到单位的邮箱：{string.Join("、", settings.MailDomains)}");
        return queue.Test(form.Id, ChannelKind.Mail, address);
    }, ct);
}
