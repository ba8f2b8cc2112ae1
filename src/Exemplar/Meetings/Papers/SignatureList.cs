using Exemplar.Documents.Official;

namespace Exemplar.Meetings.Papers;

/// <summary>签名表: the names of whoever is due, two to a row, with room to sign; the heading stands on every page.</summary>
internal static class SignatureList
{
    private const double RowHeight = 10;

    /// <summary>Rows for whoever is not on it: guests, observers.</summary>
    private const int FreeRows = 3;

    private static readonly TableColumn[] Columns =
    [
        new("序号", 0.7, IsCentred: true), new("姓名", 1.4, IsCentred: true), new("签名", 2, IsCentred: true),
        new("序号", 0.7, IsCentred: true), new("姓名", 1.4, IsCentred: true), new("签名", 2, IsCentred: true),
    ];

    public static OfficialDocument Of(MeetingOnPaper paper)
    {
        // Down the left column and then the right one would tear a list of many pages apart: names run on row by row.
        var rows = paper.Due.Select((name, n) => (Number: $"{n + 1}", Name: name)).Chunk(2)
            .Select(pair => (IReadOnlyList<string>)[.. pair.SelectMany(p => (string[])[p.Number, p.Name, ""])])
            .Concat(Enumerable.Repeat<IReadOnlyList<string>>([], FreeRows));
        return new()
        {
            Form = DocumentForm.Plain,
            Organ = paper.Organ,
            Title = $"{paper.Organ}\n{paper.Kind.Name}签名表",
            Body = [new FieldTable([new("时间", paper.Time), new("地点", paper.Meeting.Place)], [new("应到", paper.Due.Count > 0 ? $"{paper.Due.Count} 人" : ""), new("实到", paper.Meeting.WasHeld ? $"{paper.Present.Count} 人" : "")]), new BodyTable(Columns, [.. rows], RowHeight)],
        };
    }
}
