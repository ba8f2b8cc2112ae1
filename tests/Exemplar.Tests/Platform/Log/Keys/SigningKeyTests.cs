using System.Text;
using Exemplar.Platform.Log.Keys;
using Exemplar.Platform.Log.Sealing;
using Exemplar.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Log.Keys;

public sealed class SigningKeyTests : HouseTests
{
    [Theory]
    [InlineData(SigningKey.EcdsaP256)]
    [InlineData(SigningKey.Sm2)]
    public void A_key_comes_back_from_its_text_and_knows_its_own_signatures_only(string algorithm)
    {
        var key = SigningKey.Make(algorithm);
        Assert.Equal(key.Public.Id, SigningKey.Read(key.Pem)!.Public.Id);
        var known = VerifyingKey.Read(key.Public.Pem + "\n")!;
        Assert.Equal((algorithm, key.Public.Pem), (known.Algorithm, known.Pem));

        var (text, signature) = (Encoding.UTF8.GetBytes("第 1 号封存点"), key.Sign(Encoding.UTF8.GetBytes("第 1 号封存点")));
        Assert.True(known.Verifies(text, signature));
        Assert.False(known.Verifies(Encoding.UTF8.GetBytes("第 2 号封存点"), signature));
        Assert.False(SigningKey.Make(algorithm).Public.Verifies(text, signature));
        for (var i = 0; i < signature.Length; i++)
        {
            byte[] changed = [.. signature];
            changed[i] ^= 1;
            Assert.False(known.Verifies(text, changed), $"byte {i}");
        }
        Assert.False(known.Verifies(text, []));
    }

    [Fact]
    public void What_is_no_key_of_the_two_curves_is_none()
    {
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384);
        Assert.Null(VerifyingKey.Read(other.ExportSubjectPublicKeyInfoPem()));
        Assert.Null(VerifyingKey.Read("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"));
        Assert.Null(VerifyingKey.Read(SigningKey.Make(SigningKey.EcdsaP256).Pem));
    }

    /// <summary>SM3 and SM2 are written anew there: that both agree is what shows that either is right.</summary>
    [PythonFact]
    public async Task The_second_verifier_knows_the_signatures_of_both_kinds_of_key()
    {
        App.Services.GetRequiredService<LogKeys>().Make(SigningKey.Sm2);
        await App.Seal();
        await House.Somebody("赵某", House.General);
        App.Services.GetRequiredService<LogKeys>().Make(SigningKey.EcdsaP256);
        var last = await App.Seal();

        var file = Path.Combine(App.DataFolder, "log.jsonl");
        await using (var into = File.Create(file))
        await using (var scope = App.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<ExportLog>().Handle(into, default);
        Assert.Equal((0, $"holds: {last.Size} entries, {last.Size} of them sealed by 2 checkpoints"), await Python.Verify("export", file));

        var text = await File.ReadAllTextAsync(file);
        var at = text.IndexOf("signature 30", StringComparison.Ordinal) + 30;   // inside the first number of the first signature
        await File.WriteAllTextAsync(file, text[..at] + (text[at] == '0' ? '1' : '0') + text[(at + 1)..]);
        Assert.Equal((1, "does not hold: checkpoint 1: the signature does not hold"), await Python.Verify("export", file));
    }
}
