using System.Security.Cryptography;
using System.Text;
using Helpline.Core.Common;
using Helpline.Core.Surges;
using Helpline.Knowledge;
using Helpline.Web.Pages.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Helpline.Web.Hosting;

/// <summary>
/// Pages that say the same to everybody until the content, the program or the day changes. A browser that has one asks whether it is
/// still good and gets a few bytes for an answer. Handlers run all the same, so that what is counted is counted.
/// </summary>
public sealed class ContentCache(IKnowledgeBase knowledge, HelplinePhone phone, SurgeBoard surges, TimeProvider clock) : IAsyncResultFilter
{
    private static readonly string[] Folders = ["/Public/Topics/", "/Public/Guides/", "/Public/Updates/"];
    private static readonly string[] Pages = ["/Public/Advice", "/Public/Article", "/Public/LetterChecks/Index"];

    /// <summary>Puts the filter on the pages it fits.</summary>
    public static void AddTo(PageConventionCollection conventions) =>
        conventions.AddFolderApplicationModelConvention("/Public", page =>
        {
            if (Pages.Contains(page.ViewEnginePath, StringComparer.OrdinalIgnoreCase) || Folders.Any(f => page.ViewEnginePath.StartsWith(f, StringComparison.OrdinalIgnoreCase)))
            {
                page.Filters.Add(new TypeFilterAttribute(typeof(ContentCache)));
            }
        });

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        await TagAsync(context);
        await next();
    }

    private async Task TagAsync(ResultExecutingContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        if (context.Result is not PageResult page || response.StatusCode != StatusCodes.Status200OK || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            return;
        }

        // A mark that an article is wrong is not part of the content's version.
        var marked = page.Model is ArticleModel { IsWrong: true } ? "-wrong" : "";
        var surge = await surges.CurrentAsync(context.HttpContext.RequestAborted);
        var banner = surge?.Banner is null ? "" : $"-{surge.Id.Value:n}{surge.Version}";
        var tag = new EntityTagHeaderValue($"\"{knowledge.Current.Version}-{Build()}-{clock.LondonToday():yyyyMMdd}{marked}{banner}\"", isWeak: true);
        response.Headers.ETag = tag.ToString();
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status304NotModified);
        }
    }

    /// <summary>Changes with what the layout shows beside the content.</summary>
    private string Build() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{BuildVersion.Current} {phone.Link}")))[..8];
}
