using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Exemplar.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;

namespace Exemplar.Platform.Web;

public static class WebRegistration
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorPages(o => o.RootDirectory = "/")
            .AddMvcOptions(SpeakChinese)
            .AddViewOptions(o => o.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<RazorViewEngineOptions>(o => o.PageViewLocationFormats.Add("/Platform/Web/{0}.cshtml"));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));   // else every Chinese character becomes an eight-byte entity
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliPages>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.AddAntiforgery(o => o.Cookie.Name = "exemplar-form");
        services.AddExceptionHandler<Answers>().AddProblemDetails();
        services.AddHealthChecks().AddCheck<DatabaseReady>("database");
        return services;
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseResponseCompression();
        app.Use(Protect);
        app.Use(SpeakPlainly);
        app.UseStatusCodePagesWithReExecute("/refused/{0}");
        app.UseExceptionHandler();
        app.UseFreshDoors();
        app.UseAuthentication();
        app.UseActor();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapFallback("{**path}", () => Results.StatusCode(404)).AllowAnonymous();   // an unknown address is not a forbidden one
    }

    /// <summary>Set when the answer starts: an exception on the way clears every header that was set before it.</summary>
    private static Task Protect(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";   // files say how long they may be kept; nothing else may be
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>A page that lacks a handler for some other method would be made all the same, and a page made for OPTIONS answers 200 whatever it was to say.</summary>
    private static Task SpeakPlainly(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Method is "GET" or "HEAD" or "POST") return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    }

    private static void SpeakChinese(MvcOptions options)
    {
        var say = options.ModelBindingMessageProvider;
        say.SetAttemptedValueIsInvalidAccessor((value, field) => $"“{value}”不是有效的{field}");
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}”无效");
        say.SetUnknownValueIsInvalidAccessor(field => $"{field}无效");
        say.SetValueIsInvalidAccessor(value => $"“{value}”无效");
        say.SetValueMustBeANumberAccessor(field => $"{field}须是数字");
        say.SetValueMustNotBeNullAccessor(_ => "请填写");
        say.SetMissingBindRequiredValueAccessor(field => $"请填写{field}");
        say.SetMissingKeyOrValueAccessor(() => "请填写");
        options.ModelMetadataDetailsProviders.Add(new ChineseRequired());
    }
}
