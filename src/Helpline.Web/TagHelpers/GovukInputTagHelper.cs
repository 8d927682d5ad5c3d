using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpline.Web.TagHelpers;

/// <summary><c>&lt;govuk-input asp-for="Place" label="Postcode or council" hint="…" width="10" autocomplete="postal-code" /&gt;</c></summary>
[HtmlTargetElement("govuk-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovukInputTagHelper : FormField
{
    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    /// <summary>Characters that fit: 2, 3, 4, 5, 10, 20 or 30. Full width when left out.</summary>
    public int? Width { get; set; }

    public bool? Spellcheck { get; set; }

    public int? Maxlength { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var css = "govuk-input"
            + (Width is { } width ? string.Create(CultureInfo.InvariantCulture, $" govuk-input--width-{width}") : "")
            + (Error is null ? "" : " govuk-input--error");
        var input = Html.Void("input", css,
            ("id", Id), ("name", Name), ("type", Type), ("value", Type == "password" ? null : Value), ("autocomplete", Autocomplete), ("inputmode", Inputmode),
            ("spellcheck", Spellcheck?.ToString().ToLowerInvariant()), ("maxlength", Maxlength?.ToString(CultureInfo.InvariantCulture)), ("aria-describedby", DescribedBy));
        WriteGroup(output, [LabelElement(), .. HintAndError(), input]);
    }
}
