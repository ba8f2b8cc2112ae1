using Exemplar.Documents.Templates.Blanks;
using Exemplar.Platform.Files;

namespace Exemplar.Documents.Templates;

/// <summary>Somebody hands a superior's blank in. A blank that the office has had before is recognised and becomes the newest copy of its form.</summary>
public sealed class UploadBlank(AppDb db, Actor actor, FileStore files)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // chosen before sending, so that sending twice keeps one

        [Display(Name = "空表"), Required(ErrorMessage = "请选择文件")]
        public IFormFile? File { get; set; }
    }

    /// <param name="IsKnown">The office has had this blank before and said what goes where.</param>
    public sealed record Uploaded(FormTemplate Template, bool IsKnown, int Slots);

    public void Open() => actor.Demand(FormsCapability.Fill);

    public async Task<Result<Uploaded>> Handle(Form form, CancellationToken ct)
    {
        Open();
        if (form.File!.Length > BlankFile.LargestFile) return new Refusal(nameof(Form.File), "文件超过 2 MB，不像一张空表");
        using var bytes = new MemoryStream();
        await form.File.CopyToAsync(bytes, ct);
        return await Handle(form.Id, form.File.FileName, bytes.ToArray(), ct);
    }

    private async Task<Result<Uploaded>> Handle(Guid id, string name, byte[] content, CancellationToken ct)
    {
        var opened = BlankFile.Open(content, name);
        if (opened.Value is not { } blank) return new Refusal(nameof(Form.File), opened.Refusal!.Message);

        var office = actor.Offices(FormsCapability.Fill)[0];
        var kept = await files.Keep($"{(Path.GetFileNameWithoutExtension(name) is { Length: > 0 } given ? given : "空表")}{blank.Extension}", content, ct);
        return await db.Commit<Uploaded>(async (db, ct) =>
        {
            var act = actor.Act();
            var template = await db.FormTemplates.Include(t => t.Mappings).SingleOrDefaultAsync(t => t.Path == office && t.Fingerprint == blank.Shape.Fingerprint, ct);
            if (template?.Id == id) return new Uploaded(template, template.IsPointed, blank.Shape.Slots.Count);
            if (template is null && await db.FormTemplates.AnyAsync(t => t.Id == id, ct)) return new Refusal("这张表刚才已经交过另一份空表，请再按一次");

            db.Add(kept);
            db.Log(act, "files.keep", kept);
            if (template is null) db.Add(template = FormTemplate.Keep(id, TitleOf(blank, kept.Name), office, blank.Shape.Fingerprint, kept, act));
            else template.Renew(kept, act);
            db.Log(act, FormsCapability.Fill, template);
            return new Uploaded(template, template.IsPointed, blank.Shape.Slots.Count);
        }, ct);
    }

    /// <summary>The first line that names a form, otherwise the file's name.</summary>
    private static string TitleOf(BlankFile blank, string fileName)
    {
        var title = blank.Grids.SelectMany(g => g.Cells.OrderBy(c => c.Row).ThenBy(c => c.Column).Take(3)).Take(6).Select(c => Labels.Shown(c.Text))
            .FirstOrDefault(text => text.Length is >= 4 and <= 60 && !text.StartsWith("附件", StringComparison.Ordinal) && !text.AsSpan().ContainsAny("：:。")
                && blank.Shape.Slots.All(s => s.Label != text)) ?? Path.GetFileNameWithoutExtension(fileName);
        return title.Length <= FormTemplate.LongestTitle ? title : title[..FormTemplate.LongestTitle];
    }
}
