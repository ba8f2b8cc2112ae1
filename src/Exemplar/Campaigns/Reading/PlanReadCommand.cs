namespace Exemplar.Campaigns.Reading;

/// <summary><c>plan read FILE [--json]</c>: shows on the command line what the reader would propose.</summary>
public static class PlanReadCommand
{
    /// <summary>Writes the reading and answers 0; a file that cannot be read answers 1 with its sentence on <paramref name="error"/>.</summary>
    public static int Run(string file, bool json, TextWriter output, TextWriter error)
    {
        var source = Load(file);
        if (source.Value is not { } text)
        {
            error.WriteLine(source.Refusal!.Message);
            return 1;
        }
        var reading = PlanReader.Read(text);
        if (json) output.WriteLine(reading.ToJson());
        else PlanOutline.Write(reading, output);
        return 0;
    }

    private static Result<SourceText> Load(string file)
    {
        try
        {
            var found = new FileInfo(file);
            if (!found.Exists) return new Refusal($"找不到文件：{file}");
            // Size first: a stray disk image must not be read into memory to be refused.
            if (found.Length > Documents.UploadedText.LargestFile) return new Refusal("文件超过 2 MB");
            return SourceText.Decode(File.ReadAllBytes(file), found.Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Refusal($"文件打不开：{file}");
        }
    }
}
