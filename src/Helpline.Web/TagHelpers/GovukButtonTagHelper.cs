using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpline.Web.TagHelpers;

/// <summary>A button that ignores the second press of a double click. <c>variant</c>: secondary, warning or inverse.</summary>
[HtmlTargetElement("govuk-button")]
public sealed class GovukButtonTagHelper : TagHelper
{
    public string? Variant { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        var extra = output.Attributes.TryGetAttribute("class", out var given) ? $" {given.Value}" : "";
        output.Attributes.SetAttribute("class", "govuk-button" + (Variant is null ? "" : $" govuk-button--{Variant}") + extra);
        output.Attributes.SetAttribute("data-module", "govuk-button");
        output.Attributes.SetAttribute("data-prevent-double-click", "true");
        if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }
    }
}
