using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Web;

/// <summary>A page with one form: shape first, then the handler, then the refusal at its field (422), what was typed beside a notice that somebody was quicker (409), or a redirect with a receipt.</summary>
public abstract class FormPage<TForm> : SlicePage where TForm : class, new()
{
    [BindProperty] public TForm Form { get; set; } = new();

    /// <summary>Where the browser keeps what is not saved yet: one draft for each account and address.</summary>
    public string Draft => $"draft:{User.FindFirstValue(ClaimTypes.NameIdentifier)}:{Request.Path}";

    /// <summary>Runs the handler when the form has its shape. <paramref name="saved"/> answers with <see cref="Saved"/>.</summary>
    protected async Task<IActionResult> Save<T>(Func<Task<Result<T>>> handle, Func<T, IActionResult> saved)
    {
        var status = StatusCodes.Status422UnprocessableEntity;
        try
        {
            if (ModelState.IsValid)
            {
                var result = await handle();
                if (result.Refusal is null) return saved(result.Value!);
                Refuse(result.Refusal);
            }
        }
        catch (Stale)
        {
            status = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", "在您打开之后，这里已被他人更改。您填的还在下面：请先在新窗口看一下现在的内容，核对后重新打开本页再保存。");
        }
        Response.StatusCode = status;
        return Page();
    }

    protected IActionResult Saved(string goTo, string receipt)
    {
        TempData["Receipt"] = receipt;
        TempData["Draft"] = Draft;
        return LocalRedirect(goTo);
    }

    private void Refuse(Refusal refusal)
    {
        // What was refused was not kept under this id, or other words were: the next press is a new thing.
        if (typeof(TForm).GetProperty("Id") is { } id && id.PropertyType == typeof(Guid))
        {
            id.SetValue(Form, Guid.CreateVersion7());
            ModelState.Remove($"{nameof(Form)}.Id");
        }
        var isField = typeof(TForm).GetProperty(refusal.Field.Split('[')[0]) is not null;   // Votes[id] is one of many boxes of a field
        ModelState.AddModelError(isField ? $"{nameof(Form)}.{refusal.Field}" : "", refusal.Message);
    }
}
