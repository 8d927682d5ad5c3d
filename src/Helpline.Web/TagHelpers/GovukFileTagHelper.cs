using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpline.Web.TagHelpers;

/// <summary>A file to send. Its form needs <c>enctype="multipart/form-data"</c>; a browser forgets the choice when the page comes back with an error.</summary>
[HtmlTargetElement("govuk-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovukFileTagHelper : FormField
{
    /// <summary>What the browser offers to choose from. It is a help, and no check.</summary>
    public string? Accept { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Html.Void("input", "govuk-file-upload" + (Error is null ? "" : " govuk-file-upload--error"),
            ("id", Id), ("name", Name), ("type", "file"), ("accept", Accept), ("aria-describedby", DescribedBy));
        WriteGroup(output, [LabelElement(), .. HintAndError(), input]);
    }
}
