using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpline.Web.TagHelpers;

/// <summary>A date in three parts, bound to a <see cref="DateEntry"/>.</summary>
[HtmlTargetElement("govuk-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovukDateTagHelper : FormField
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var entry = Quiet ? new DateEntry() : For.Model as DateEntry ?? new DateEntry();
        var parts = Html.Element("div", "govuk-date-input", "", $"{Id}-parts");
        parts.InnerHtml.AppendHtml(Part("Day", entry.Day, 2)).AppendHtml(Part("Month", entry.Month, 2)).AppendHtml(Part("Year", entry.Year, 4));
        WriteGroup(output, [Fieldset([parts], role: "group")]);
    }

    private TagBuilder Part(string part, string? value, int width)
    {
        // The day carries the field's own id: that is where the error summary leads.
        var id = part == "Day" ? Id : $"{Id}-{part}";
        var label = Html.Element("label", "govuk-label govuk-date-input__label", part);
        label.Attributes["for"] = id;
        var input = Html.Void("input", $"govuk-input govuk-date-input__input govuk-input--width-{width}" + (Error is null ? "" : " govuk-input--error"),
            ("id", id), ("name", $"{Name}.{part}"), ("type", "text"), ("inputmode", part == "Month" ? null : "numeric"), ("value", value), ("autocomplete", "off"));
        var group = Html.Element("div", "govuk-form-group", "");
        group.InnerHtml.AppendHtml(label).AppendHtml(input);
        return Html.Element("div", "govuk-date-input__item", group);
    }
}
