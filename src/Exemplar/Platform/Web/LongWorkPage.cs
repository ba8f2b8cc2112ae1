using Exemplar.Platform.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Web;

/// <summary>How far an import is, for whoever handed its file in; the button stops it. Asked for by a script as a part, it answers 204 when nothing is under way.</summary>
public abstract class LongWorkPage(LongWorks works) : SlicePage
{
    [FromRoute] public Guid FileId { get; set; }
    public LongWork.Share? Share { get; private set; }

    /// <summary>Where the file itself is looked at.</summary>
    public abstract string Back { get; }

    public IActionResult OnGet()
    {
        Share = works.Find(FileId)?.Now;
        if (Request.IsFragment())
        {
            if (Share is not null) return Partial("_LongWorkShare", Share);
            Response.Headers["HX-Location"] = Back;   // a page that has been watching goes on to what came of it
            return StatusCode(StatusCodes.Status204NoContent);
        }
        if (Share is not null) Response.Headers["Refresh"] = "2";   // seconds; for a browser without scripts
        return Page();
    }

    public IActionResult OnPost()
    {
        var stopped = works.Stop(FileId);
        if (Request.IsFragment()) return StatusCode(stopped ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound);
        TempData["Receipt"] = stopped ? "已要求取消，导入随即停下，什么也不写入" : "这份文件现在没有在导入";
        return LocalRedirect(Back);
    }
}
