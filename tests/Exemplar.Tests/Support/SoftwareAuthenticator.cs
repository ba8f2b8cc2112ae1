using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Exemplar.Tests.Support;

/// <summary>What a browser or a device does otherwise than it should; by itself it does everything right.</summary>
internal sealed record Twist
{
    public string Origin { get; init; } = "http://localhost";
    public bool CrossOrigin { get; init; }
    public string? RpId { get; init; }
    public string? Type { get; init; }
    public string? Challenge { get; init; }
    public string? UserHandle { get; init; }
    public bool Verified { get; init; } = true;
    public bool Present { get; init; } = true;
    public bool Forged { get; init; }
    public uint? Count { get; init; }
}

/// <summary>
/// A browser and a device with one key, as WebAuthn level 3 describes them (§5.8.1 client data, §6.1 authenticator data, §6.5.4
/// attestation objects, ES256 in COSE): what it says is said in lines of its own, nothing of them is the product's.
/// </summary>
internal sealed class SoftwareAuthenticator(bool counts = true) : IDisposable
{
    private const byte UserPresent = 0x01, UserVerified = 0x04, HasCredential = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private uint count;

    public byte[] Id { get; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>What the house called the account when the key was made, as the device sends it back.</summary>
    public string UserHandle { get; private set; } = "";

    /// <summary>navigator.credentials.create, and its answer as JSON.</summary>
    public string Create(string options, Twist? twist = null)
    {
        var (asked, how) = (JsonNode.Parse(options)!, twist ?? new());
        UserHandle = (string)asked["user"]!["id"]!;
        var client = ClientData(how.Type ?? "webauthn.create", how.Challenge ?? (string)asked["challenge"]!, how);

        var statement = new CborWriter(CborConformanceMode.Ctap2Canonical);
        statement.WriteStartMap(3);
        statement.WriteTextString("fmt");
        statement.WriteTextString("none");
        statement.WriteTextString("attStmt");
        statement.WriteStartMap(0);
        statement.WriteEndMap();
        statement.WriteTextString("authData");
        statement.WriteByteString([.. Said(how.RpId ?? (string)asked["rp"]!["id"]!, how, HasCredential), .. new byte[16], .. BigEndian((ushort)Id.Length), .. Id, .. PublicKey()]);
        statement.WriteEndMap();
        return Answer(new() { ["clientDataJSON"] = Text(client), ["attestationObject"] = Text(statement.Encode()), ["transports"] = new JsonArray("internal") });
    }

    /// <summary>navigator.credentials.get, and its answer as JSON.</summary>
    public string Get(string options, Twist? twist = null)
    {
        var (asked, how) = (JsonNode.Parse(options)!, twist ?? new());
        var client = ClientData(how.Type ?? "webauthn.get", how.Challenge ?? (string)asked["challenge"]!, how);
        var data = Said(how.RpId ?? (string)asked["rpId"]!, how, 0);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        if (how.Forged) signature[^1] ^= 1;
        return Answer(new() { ["clientDataJSON"] = Text(client), ["authenticatorData"] = Text(data), ["signature"] = Text(signature), ["userHandle"] = how.UserHandle ?? UserHandle });
    }

    private static byte[] ClientData(string type, string challenge, Twist how) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type, challenge, origin = how.Origin, crossOrigin = how.CrossOrigin }));

    private byte[] Said(string rpId, Twist how, byte flags)
    {
        if (how.Present) flags |= UserPresent;
        if (how.Verified) flags |= UserVerified;
        if (counts) count++;
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(rpId)), flags, .. BigEndian(how.Count ?? count)];
    }

    private byte[] PublicKey()
    {
        const int KeyType = 1, Algorithm = 3, Curve = -1, X = -2, Y = -3;   // RFC 9053, sections 2.1 and 7.1
        const int Ec2 = 2, Es256 = -7, P256 = 1;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var cose = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cose.WriteStartMap(5);
        foreach (var (name, value) in new[] { (KeyType, Ec2), (Algorithm, Es256), (Curve, P256) })
        {
            cose.WriteInt32(name);
            cose.WriteInt32(value);
        }
        cose.WriteInt32(X);
        cose.WriteByteString(point.X!);
        cose.WriteInt32(Y);
        cose.WriteByteString(point.Y!);
        cose.WriteEndMap();
        return cose.Encode();
    }

    private string Answer(JsonObject response) =>
        new JsonObject { ["id"] = Text(Id), ["rawId"] = Text(Id), ["type"] = "public-key", ["clientExtensionResults"] = new JsonObject(), ["response"] = response }.ToJsonString();

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static byte[] BigEndian(uint number)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] BigEndian(ushort number) => BigEndian((uint)number)[2..];

    public void Dispose() => key.Dispose();
}
