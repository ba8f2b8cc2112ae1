using Exemplar.Agenda.Digest;
using Exemplar.Organization;
using Exemplar.Platform.Outbox;
using Exemplar.Platform.Security;
using Exemplar.Tests.Platform.Outbox;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda.Digest;

/// <summary>Tests in which people have asked for the digest.</summary>
public abstract class DigestTests : OutboxTests, IDisposable
{
    protected MailServer Server { get; } = new();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await GivenMail(Server);
    }

    /// <summary>An account that has chosen the digest, through the page.</summary>
    protected async Task<Guid> Choosing(string address, params (Role Role, Unit Unit)[] roles)
    {
        var account = await House.Account(address, roles);
        await Choose(account, address);
        return account;
    }

    protected async Task Choose(Guid account, string address)
    {
        var me = App.As(account);
        await (await me.Submit("/messages/mine", ("Form.Address", $"{address}@linjiang.example"))).Leads(me, "已登记");
    }

    protected Task<int> Make() => Do<MakeDigests, int>(make => make.Handle(default));

    public void Dispose()
    {
        Server.Dispose();
        GC.SuppressFinalize(this);
    }
}
