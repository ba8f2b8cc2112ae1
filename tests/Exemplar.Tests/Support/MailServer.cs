using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Exemplar.Tests.Support;

/// <summary>A mail server of a few lines that keeps what it is given. It has no encryption, and answers RCPT as told.</summary>
public sealed class MailServer : IDisposable
{
    public sealed record Letter(string To, string Text);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<Letter> letters = [];

    public MailServer()
    {
        listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public string Recipient { get; set; } = "250 ok";
    public IReadOnlyList<Letter> Letters { get { lock (letters) return [.. letters]; } }

    private async Task Accept()
    {
        try
        {
            for (; ; ) _ = Serve(await listener.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // the test is over
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        for (var to = ""; await reader.ReadLineAsync() is { } line;)
        {
            if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase)) to = line[8..].Trim().TrimStart('<').Split('>')[0];
            if (line.Equals("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                var text = new StringBuilder();
                while (await reader.ReadLineAsync() is { } part && part != ".") text.AppendLine(part);
                lock (letters) letters.Add(new(to, text.ToString()));
            }
            await writer.WriteLineAsync(line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) ? Recipient : line == "QUIT" ? "221 bye" : "250 ok");
            if (line == "QUIT") return;
        }
    }

    public void Dispose() => listener.Dispose();
}
