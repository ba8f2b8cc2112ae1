using System.IO.Compression;
using Exemplar.Documents.Official;

namespace Exemplar.Bench;

/// <summary>A supervision slip for each of 90 units in one zip, against writing the same parts of the same documents, kept as strings, into the same zips.</summary>
internal sealed class OfficialDocumentBench : IWorkload
{
    private const int Units = 90;
    private const double Goal = 3;
    private const int Repeat = 3;

    public static string Name => "officialdocs";

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var finished = Enumerable.Range(1, Units).Select(n => Parts(OfficialDocumentWriter.Write(Slip(n).ToDocument()))).ToList();
        var (written, copied) = (0L, 0L);
        var (ours, raw) = await Measure.Alternate(
            () =>
            {
                using var zip = new MemoryStream();
                OfficialDocumentWriter.WriteAll(Enumerable.Range(1, Units).Select(n => ($"{n}", Slip(n).ToDocument())), zip);
                written = zip.Length;
            },
            () => copied = Raw(finished), Repeat);
        var characters = finished.Sum(parts => parts.Sum(p => p.Xml.Length)) / Units;
        return [Figure.AtMost($"{Units} supervision slips as .docx", ours / raw, Goal, "×", $"{ours / Repeat:0} against {raw / Repeat:0} ms; {written / 1024} and {copied / 1024} KiB, {characters} characters of XML each")];
    }

    private static SupervisionSlip Slip(int n) => new()
    {
        Organ = "临江市人民政府办公室督查科",
        Number = new("临政督", 2026, n),
        Unit = $"第{n}科",
        CoOwners = ["人事科", "机关党委办公室"],
        Source = "领导小组第二次会议议定事项",
        Matter = "修订公文运转流程，压减办文环节",
        Requirement = "一是梳理现有办文环节，列出可以合并、取消的事项；二是提出修订稿，征求各科室意见。\n确需延期的，请在时限届满前提出申请并说明理由。",
        Due = new DateOnly(2026, 7, 1).AddDays(n),
        Contact = "王小林，内线2046",
        Date = new(2026, 7, 1),
    };

    private static List<(string Name, string Xml)> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(e => (e.FullName, new StreamReader(e.Open()).ReadToEnd()))];
    }

    private static long Raw(List<List<(string Name, string Xml)>> documents)
    {
        using var all = new MemoryStream();
        using (var outer = new ZipArchive(all, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < documents.Count; i++)
            {
                using var file = new MemoryStream();
                using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                {
                    foreach (var (name, xml) in documents[i])
                    {
                        using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
                        part.Write(xml);
                    }
                }
                using var entry = outer.CreateEntry($"{i + 1}.docx", CompressionLevel.NoCompression).Open();
                file.WriteTo(entry);
            }
        }
        return all.Length;
    }
}
