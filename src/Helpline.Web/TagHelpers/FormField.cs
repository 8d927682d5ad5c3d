using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpline.Web.TagHelpers;

/// <summary>A question with its label, hint and error, in GOV.UK's markup. The error summary links to <see cref="Id"/>.</summary>
public abstract class FormField : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>The label is the page's one heading (one question per page).</summary>
    public bool PageHeading { get; set; }

    /// <summary>Set where one form stands several times on a page.</summary>
    public string? IdPrefix { get; set; }

    /// <summary>This copy of the form was not the one sent: it shows neither errors nor values.</summary>
    public bool Quiet { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <summary>What the field is sent as, where the page binds it under another name than the expression.</summary>
    public string? FieldName { get; set; }

    protected string Name => FieldName ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => IdPrefix + IdOf(Name);

    protected string? Error => !Quiet && ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    protected string? Value => Quiet ? null :
        ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } attempted ? attempted : For.Model?.ToString();

    /// <summary>The id of a field by its name; the summary and the field agree through it.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "-");

    protected string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (not null, null) => $"{Id}-hint",
        (null, not null) => $"{Id}-error",
        (not null, not null) => $"{Id}-hint {Id}-error",
    };

    protected void WriteGroup(TagHelperOutput output, IEnumerable<IHtmlContent> content)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
        foreach (var part in content)
        {
            output.Content.AppendHtml(part);
        }
    }

    protected IHtmlContent LabelElement()
    {
        var label = Html.Element("label", PageHeading ? "govuk-label govuk-label--l" : "govuk-label", Label);
        label.Attributes["for"] = Id;
        return PageHeading ? Html.Element("h1", "govuk-label-wrapper", label) : label;
    }

    protected IEnumerable<IHtmlContent> HintAndError()
    {
        if (Hint is not null)
        {
            yield return Html.Element("div", "govuk-hint", Hint, $"{Id}-hint");
        }

        if (Error is { } error)
        {
            var message = Html.Element("p", "govuk-error-message", "", $"{Id}-error");
            message.InnerHtml.AppendHtml(Html.Element("span", "govuk-visually-hidden", "Error:")).Append(" ").Append(error);
            yield return message;
        }
    }

    /// <summary>A group of inputs under one legend: radios, checkboxes, the parts of a date.</summary>
    protected TagBuilder Fieldset(IEnumerable<IHtmlContent> content, string? role = null)
    {
        var legend = Html.Element("legend", PageHeading ? "govuk-fieldset__legend govuk-fieldset__legend--l" : "govuk-fieldset__legend govuk-fieldset__legend--s", "");
        if (PageHeading)
        {
            legend.InnerHtml.AppendHtml(Html.Element("h1", "govuk-fieldset__heading", Label));
        }
        else
        {
            legend.InnerHtml.Append(Label);
        }

        var fieldset = Html.Element("fieldset", "govuk-fieldset", legend);
        if (DescribedBy is { } described)
        {
            fieldset.Attributes["aria-describedby"] = described;
        }

        if (role is not null)
        {
            fieldset.Attributes["role"] = role;
        }

        foreach (var part in HintAndError().Concat(content))
        {
            fieldset.InnerHtml.AppendHtml(part);
        }

        return fieldset;
    }
}
