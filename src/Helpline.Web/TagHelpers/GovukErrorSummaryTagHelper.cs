using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpline.Web.TagHelpers;

/// <summary>All errors of the page, first thing in main, each leading to its field. Nothing when there are none.</summary>
[HtmlTargetElement("govuk-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovukErrorSummaryTagHelper : TagHelper
{
    /// <summary>The prefix the fields were given, where one form stands several times on a page.</summary>
    public string? IdPrefix { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState.Where(entry => entry.Value?.Errors.Count > 0).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var list = Html.Element("ul", "govuk-list govuk-error-summary__list", "");
        foreach (var (name, entry) in errors)
        {
            var item = new TagBuilder("li");
            if (name.Length == 0)
            {
                item.InnerHtml.Append(entry!.Errors[0].ErrorMessage);
            }
            else
            {
                var link = new TagBuilder("a") { Attributes = { ["href"] = $"#{IdPrefix}{FormField.IdOf(name)}" } };
                link.InnerHtml.Append(entry!.Errors[0].ErrorMessage);
                item.InnerHtml.AppendHtml(link);
            }

            list.InnerHtml.AppendHtml(item);
        }

        var alert = new TagBuilder("div") { Attributes = { ["role"] = "alert" } };
        alert.InnerHtml.AppendHtml(Html.Element("h2", "govuk-error-summary__title", "There is a problem"))
            .AppendHtml(Html.Element("div", "govuk-error-summary__body", list));
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        output.Content.SetHtmlContent(alert);
    }
}
