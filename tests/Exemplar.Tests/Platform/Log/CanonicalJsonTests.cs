using Exemplar.Platform.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Tests.Platform.Log;

/// <summary>RFC 8785: the same record gives the same bytes, on every machine and in every year.</summary>
public sealed class CanonicalJsonTests
{
    private static readonly IModel Model = new Table().Model;

    [Theory]
    [InlineData("\u20ac$\u000f\nA'B\"\\\\\"/", """€$\u000f\nA'B\"\\\\\"/""")]   // the example of RFC 8785, 3.2.2
    [InlineData("\b\t\n\f\r", """\b\t\n\f\r""")]
    [InlineData("\0\u001b", """\u0000\u001b""")]
    [InlineData("\u007f\u0080\u2028\ufeff", "\u007f\u0080\u2028\ufeff")]   // only what must be escaped is
    [InlineData("<script>&'", "<script>&'")]
    [InlineData("模范机关😂", "模范机关😂")]
    public void Text_is_escaped_as_little_as_may_be(string text, string written) =>
        Assert.Contains($"\"text\":\"{written}\"", Of(new() { text = text }), StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_becomes_the_sign_that_the_database_keeps_of_it()
    {
        const char high = (char)0xd83d, low = (char)0xde02;   // no attribute could hold them
        foreach (var (text, written) in ((string, string)[])[($"半{high}", "半\ufffd"), ($"{low}个", "\ufffd个"), ($"{low}{high}\"", "\ufffd\ufffd\\\""), ($"{high}{low}", "😂")])
            Assert.Contains($"\"text\":\"{written}\"", Of(new() { text = text }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, 30, 0, "09:30")]
    [InlineData(9, 30, 15, "09:30:15.0000000")]
    public void A_time_of_day_has_seconds_only_where_there_are_any(int hour, int minute, int second, string written)
    {
        var json = new System.Text.StringBuilder();
        CanonicalJson.Write(json, new TimeOnly(hour, minute, second));
        Assert.Equal($"\"{written}\"", json.ToString());
    }

    [Fact]
    public void Keys_stand_in_utf_16_order_without_white_space_and_each_value_has_its_form()
    {
        var json = Of(new()
        {
            Id = Guid.Parse("0199aaaa-0000-7000-8000-000000000001"),
            Zeta = true,
            alpha = 9007199254740991,
            Ärger = DayOfWeek.Friday,
            名 = new(2026, 3, 5),
            At = new DateTimeOffset(2026, 3, 5, 8, 0, 0, TimeSpan.FromHours(8)),
            Bytes = [0, 255],
            Names = ["b", "a"],
            text = "x",
            Nothing = null,
        });

        Assert.Equal("""{"At":1772668800000,"Bytes":"AP8=","Id":"0199aaaa-0000-7000-8000-000000000001","Names":["b","a"],"Nothing":null,"Parts":[],"Zeta":true,"alpha":9007199254740991,"text":"x","Ärger":"Friday","名":"2026-03-05"}""", json);
    }

    [Fact]
    public void Parts_stand_in_the_order_of_their_ids_whatever_order_they_were_loaded_in()
    {
        Part[] parts = [new() { Id = Guid.Parse("0199aaaa-0000-7000-8000-00000000000b"), Text = "二" }, new() { Id = Guid.Parse("0199aaaa-0000-7000-8000-00000000000a"), Text = "一" }];
        var (forth, back) = (Of(new() { Parts = [.. parts] }), Of(new() { Parts = [.. parts.Reverse()] }));

        Assert.Equal(forth, back);
        Assert.Matches("一.*二", forth);
    }

    private static string Of(Vector vector) => CanonicalJson.Of(Model, vector);

#pragma warning disable IDE1006, CA1708   // the names are the vector: upper before lower case, ASCII before the rest
    private sealed class Vector
    {
        public Guid Id { get; init; }
        public bool Zeta { get; init; }
        public long alpha { get; init; }
        public DayOfWeek Ärger { get; init; }
        public DateOnly 名 { get; init; }
        public DateTimeOffset At { get; init; }
        public byte[] Bytes { get; init; } = [];
        public List<string> Names { get; init; } = [];
        public string text { get; init; } = "";
        public string? Nothing { get; init; }
        public List<Part> Parts { get; init; } = [];
    }
#pragma warning restore IDE1006, CA1708

    private sealed class Part : IPartOf
    {
        public Guid Id { get; init; }
        public Guid RecordId { get; init; }
        public string Text { get; init; } = "";
    }

    private sealed class Table : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder model)
        {
            model.Entity<Vector>().HasMany(v => v.Parts).WithOne().HasForeignKey(p => p.RecordId);
            model.Entity<Part>();
        }
    }
}
