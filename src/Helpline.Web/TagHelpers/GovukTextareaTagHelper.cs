using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpline.Web.TagHelpers;

/// <summary>A long answer. With <see cref="Maxlength"/> the visitor sees how many characters are left.</summary>
[HtmlTargetElement("govuk-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovukTextareaTagHelper : FormField
{
    public int Rows { get; set; } = 8;

    public int? Maxlength { get; set; }

    public string? Autocomplete { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var css = "govuk-textarea" + (Maxlength is null ? "" : " govuk-js-character-count") + (Error is null ? "" : " govuk-textarea--error");
        var described = string.Join(' ', new[] { Maxlength is null ? null : $"{Id}-info", DescribedBy }.OfType<string>());
        // The line break keeps a leading one of the visitor's own: browsers drop the first.
        var area = Html.Element("textarea", css, "\n" + Value, Id);
        area.Set(("name", Name), ("dir", "auto"), ("rows", Rows.ToString(CultureInfo.InvariantCulture)), ("autocomplete", Autocomplete),
            ("aria-describedby", described.Length == 0 ? null : described));
        if (Maxlength is not { } most)
        {
            WriteGroup(output, [LabelElement(), .. HintAndError(), area]);
            return;
        }

        var limit = most.ToString(CultureInfo.InvariantCulture);
        var info = Html.Element("div", "govuk-hint govuk-character-count__message", $"You can enter up to {most.ToString("N0", CultureInfo.InvariantCulture)} characters", $"{Id}-info");
        WriteGroup(output, [LabelElement(), .. HintAndError(), area, info]);
        output.Attributes.SetAttribute("class", output.Attributes["class"].Value + " govuk-character-count");
        output.Attributes.SetAttribute("data-module", "govuk-character-count");
        output.Attributes.SetAttribute("data-maxlength", limit);
    }
}
