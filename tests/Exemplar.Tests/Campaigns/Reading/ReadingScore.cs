using System.Text.Json.Nodes;
using Exemplar.Campaigns.Reading;

namespace Exemplar.Tests.Campaigns.Reading;

/// <summary>Precision and recall of what a campaign is issued from: kinds, owners, deadlines.</summary>
public sealed class ReadingScore
{
    private static readonly string[] Dates = ["due", "starts", "ends"];

    private readonly Dictionary<string, (int Expected, int Read, int Right)> tallies = [];

    public static ReadingScore Of(IEnumerable<ExpectedReading> documents)
    {
        var score = new ReadingScore();
        foreach (var document in documents) score.Add(document);
        return score;
    }

    public double Precision(string what) => tallies.TryGetValue(what, out var t) && t.Read > 0 ? (double)t.Right / t.Read : 1;

    public double Recall(string what) => tallies.TryGetValue(what, out var t) && t.Expected > 0 ? (double)t.Right / t.Expected : 1;

    public override string ToString() => string.Join('\n', tallies.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t =>
        $"{t.Key,-10} precision {Precision(t.Key),7:P1}  recall {Recall(t.Key),7:P1}  (expected {t.Value.Expected}, read {t.Value.Read}, right {t.Value.Right})"));

    private void Add(ExpectedReading document)
    {
        var read = JsonNode.Parse(PlanReader.Read(document.Source).ToJson())!["items"]!.AsArray().Select(i => i!.AsObject()).ToList();
        Count("items", document.Items.Select(Title), read.Select(Title));
        Count("kinds", document.Items.Select(i => $"{Title(i)} {i["kind"]}"), read.Select(i => $"{Title(i)} {i["kind"]}"));
        Count("owners", document.Items.SelectMany(i => Names(i, "owners")), read.SelectMany(i => Names(i, "owners")));
        Count("coOwners", document.Items.SelectMany(i => Names(i, "coOwners")), read.SelectMany(i => Names(i, "coOwners")));
        Count("deadlines", document.Items.SelectMany(Deadlines), read.SelectMany(Deadlines));
    }

    private void Count(string what, IEnumerable<string> expected, IEnumerable<string> read)
    {
        var (wanted, found) = (expected.ToList(), read.ToList());
        var (e, r, t) = tallies.GetValueOrDefault(what);
        var right = wanted.GroupBy(w => w).Sum(g => Math.Min(g.Count(), found.Count(f => f == g.Key)));
        tallies[what] = (e + wanted.Count, r + found.Count, t + right);
    }

    private static string Title(JsonObject item) => Sources.Plain((string)item["title"]!);

    private static IEnumerable<string> Names(JsonObject item, string property) => item[property] is JsonArray names ? names.Select(n => $"{Title(item)} {n}") : [];

    private static IEnumerable<string> Deadlines(JsonObject item) => Dates.Where(d => item[d] is not null).Select(d => $"{Title(item)} {d} {item[d]}");
}
