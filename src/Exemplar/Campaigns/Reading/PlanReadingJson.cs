using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exemplar.Campaigns.Reading;

/// <summary>
/// Prints a reading: camelCase, dates as yyyy-MM-dd, absent values as null. Elements of <c>cleaned</c> are
/// {"code","line","text","message"}, elements of <c>gaps</c> are {"code","message"}.
/// </summary>
internal static class PlanReadingJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The output is a file or a terminal, never markup: Chinese stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<PlanItemKind>(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(PlanReading reading) => JsonSerializer.Serialize(reading, Options);
}
