using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpline.Web.TagHelpers;

/// <summary>One answer out of many (the authorities). Radios are kinder where there are few.</summary>
[HtmlTargetElement("govuk-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovukSelectTagHelper : FormField
{
    public required IEnumerable<FieldOption> Options { get; set; }

    /// <summary>The first, empty entry; none when left out.</summary>
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var select = Html.Element("select", "govuk-select" + (Error is null ? "" : " govuk-select--error"), "", Id);
        select.Set(("name", Name), ("aria-describedby", DescribedBy));
        var options = Empty is null ? Options : Options.Prepend(new FieldOption("", Empty));
        foreach (var option in options)
        {
            var element = Html.Element("option", "", option.Text);
            element.Attributes.Remove("class");
            element.Set(("value", option.Value), ("selected", string.Equals(option.Value, Value ?? "", StringComparison.Ordinal) ? "selected" : null));
            select.InnerHtml.AppendHtml(element);
        }

        WriteGroup(output, [LabelElement(), .. HintAndError(), select]);
    }
}
