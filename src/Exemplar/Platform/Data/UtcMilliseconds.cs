using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Exemplar.Platform.Data;

/// <summary>Instants as UTC unix milliseconds: SQLite cannot order a DateTimeOffset and PostgreSQL refuses one that is not UTC.</summary>
internal sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
