using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Log;

/// <summary>The root of a record: something that happened or was decided. Every change of it has a log entry in the same transaction.</summary>
public interface IRecord
{
    Guid Id { get; }
}

/// <summary>A row that belongs to a record and is logged as part of it.</summary>
public interface IPartOf
{
    Guid RecordId { get; }
}

/// <summary>Who did something, and when. <paramref name="Person"/> is null for accounts that belong to nobody.</summary>
public sealed record Act(Guid? Account, Guid? Person, DateTimeOffset At)
{
    /// <summary>The day by the office's clock.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At.InOffice().Date);
}

/// <summary>One line of the record log: the whole record after one change, as canonical JSON (RFC 8785), or <c>null</c> where the change was its deletion.</summary>
public sealed class LogEntry
{
    public long Id { get; private init; }
    public DateTimeOffset At { get; private init; }
    public Guid? AccountId { get; private init; }
    public Guid? PersonId { get; private init; }

    /// <summary>The permission used, e.g. <c>tasks.report</c>.</summary>
    public string Kind { get; private init; } = "";
    public string RecordType { get; private init; } = "";
    public Guid RecordId { get; private init; }
    public string Body { get; private set; } = "";

    /// <summary>Its body is still to be described.</summary>
    internal static LogEntry Of(Act act, string kind, IRecord record) =>
        new() { At = act.At, AccountId = act.Account, PersonId = act.Person, Kind = kind, RecordType = record.GetType().Name, RecordId = record.Id };

    internal static LogEntry Of(Act act, string kind, IModel model, IRecord record)
    {
        var entry = Of(act, kind, record);
        entry.Body = CanonicalJson.Of(model, record);
        return entry;
    }

    internal static LogEntry OfDeletion<T>(Act act, string kind, Guid id) where T : IRecord =>
        new() { At = act.At, AccountId = act.Account, PersonId = act.Person, Kind = kind, RecordType = typeof(T).Name, RecordId = id, Body = CanonicalJson.Nothing };

    internal void Describe(string body) => Body = body;
}

internal sealed class LogEntryTable : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> table)
    {
        table.Property(e => e.Kind).HasMaxLength(64);
        table.Property(e => e.RecordType).HasMaxLength(64);
        table.HasIndex(e => new { e.RecordType, e.RecordId, e.Id });   // verification walks each table beside the last entries of its records
    }
}
