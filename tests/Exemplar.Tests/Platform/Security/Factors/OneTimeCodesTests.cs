using Exemplar.Platform.Security.Factors;
using Exemplar.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Security.Factors;

public sealed class OneTimeCodesTests : IAsyncLifetime
{
    private readonly TestApp app = new();

    private OneTimeCodes Codes => app.Services.GetRequiredService<OneTimeCodes>();

    /// <summary>RFC 6238, appendix B, SHA-1; of its eight digits the last six.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_vectors_of_the_standard_hold(long seconds, string code) =>
        Assert.Equal(code, OneTimeCodes.CodeAt(Support.Factors.Secret, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_one_step_off(int steps, bool taken)
    {
        var now = app.Clock.GetUtcNow().ToUnixTimeSeconds() / 30;
        Assert.Equal(taken ? now + steps : null, Codes.StepOf(Support.Factors.Secret, app.Code(steps)));
    }

    [Fact]
    public void A_code_is_read_however_it_is_typed_and_nothing_else_is_one()
    {
        var code = app.Code();
        var wide = new string([.. code.Select(c => (char)(c + 0xfee0))]);
        Assert.All([code, $" {code[..3]} {code[3..]} ", wide], typed => Assert.NotNull(Codes.StepOf(Support.Factors.Secret, typed)));
        Assert.All(["", code[..5], code + "0", "abcdef", "٠١٢٣٤٥"], typed => Assert.Null(Codes.StepOf(Support.Factors.Secret, typed)));
    }

    [Fact]
    public void A_secret_in_letters_is_the_same_secret()
    {
        var secret = OneTimeCodes.NewSecret();
        Assert.Equal(secret, OneTimeCodes.FromLetters(OneTimeCodes.InLetters(secret)));
        Assert.Equal(20, secret.Length);
        Assert.Contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", OneTimeCodes.Address(Support.Factors.Secret, "赵某"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sealed_secret_opens_for_its_own_account_alone()
    {
        var (mine, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var kept = Support.Factors.Of(app, mine);
        Assert.Equal(Support.Factors.Secret, Codes.Open(kept));
        Assert.Null(Codes.Open(new() { AccountId = other, Sealed = kept.Sealed, EnrolledAt = kept.EnrolledAt, LastStep = 0 }));
        Assert.DoesNotContain("GEZDGNBV", kept.Sealed, StringComparison.Ordinal);
    }

    [Fact]
    public void An_offer_is_good_for_twenty_minutes_and_for_its_own_account()
    {
        var mine = Guid.CreateVersion7();
        var offer = Codes.NewOffer(mine);
        Assert.NotNull(Codes.OpenOffer(mine, offer));
        Assert.Null(Codes.OpenOffer(Guid.CreateVersion7(), offer));
        Assert.All([null, "", "x", offer[..^2]], bent => Assert.Null(Codes.OpenOffer(mine, bent)));

        app.Clock.Advance(OneTimeCodes.OfferLasts);
        Assert.NotNull(Codes.OpenOffer(mine, offer));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(Codes.OpenOffer(mine, offer));
    }

    public Task InitializeAsync() => app.InitializeAsync();
    public Task DisposeAsync() => app.DisposeAsync();
}
