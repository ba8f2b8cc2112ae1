using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Web;

/// <summary>A page with one form: shape first, then the handler, then the refusal at its field (422), what was typed beside a notice that somebody was quicker (409), or a redirect with a receipt.</summary>
public abstract class FormPage<TForm> : SlicePage where TForm : class, new()
{
    [BindProperty] public TForm Form { get; set; } = new();

    /// <summary>Where the browser keeps what is not saved yet: one draft for each account and address.</summary>
    public string Draft => $"draft:{User.FindFirstValue(ClaimTypes.NameIdentifier)}:{Request.Path}";

    /// <summary>What the form asks as things stand now: before it is filled in, and again when somebody was quicker. Edit forms say it here.</summary>
    protected virtual void Fill() { }

    /// <summary>The same where it takes the database.</summary>
    protected virtual Task FillAsync(CancellationToken ct)
    {
        Fill();
        return Task.CompletedTask;
    }

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
            await ShowBoth();
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

    /// <summary>
    /// What was typed stays in the form; what is kept by now stands beside each field that differs (<see cref="FieldTagHelper"/>).
    /// Whoever has seen both may save over it, so the form carries the new version; not so where a field cannot be shown twice.
    /// </summary>
    private async Task ShowBoth()
    {
        await Open(HttpContext.RequestAborted);
        var typed = Form;
        Form = new();
        await FillAsync(HttpContext.RequestAborted);
        var theirs = new TheirVersion(Form);
        var version = typeof(TForm).GetProperty("Version");
        var asked = version?.GetValue(Form);
        Form = typed;
        ViewData[TheirVersion.Key] = theirs;
        if (theirs.Unseen(typed) is { Count: > 0 } unseen)
        {
            ModelState.AddModelError("", $"在您打开之后，别人改过这里。您填的都还在下面，不同的地方标了出来；{string.Join("、", unseen)}也可能不同，这里没法并排。请在新窗口打开现在的内容核对，再重新打开本页保存。");
            return;
        }
        if (version is { CanWrite: true })
        {
            version.SetValue(Form, asked);
            ModelState.Remove($"{nameof(Form)}.Version");
        }
        ModelState.AddModelError("", "在您打开之后，别人改过这里。您填的都还在下面，和现在不同的地方标了出来。核对之后再按一次，就以您填的为准；要用现在的，重新打开本页。");
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
