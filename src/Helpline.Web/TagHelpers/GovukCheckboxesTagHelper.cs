using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpline.Web.TagHelpers;

/// <summary>Any number of answers.</summary>
[HtmlTargetElement("govuk-checkboxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovukCheckboxesTagHelper() : ChoiceField("checkboxes");
