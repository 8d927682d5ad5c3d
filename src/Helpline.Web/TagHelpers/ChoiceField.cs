using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpline.Web.TagHelpers;

/// <summary>Radios or checkboxes under one legend. The first input carries the field's id, so the error summary leads to it.</summary>
public abstract class ChoiceField(string kind) : FormField
{
    public required IEnumerable<FieldOption> Options { get; set; }

    /// <summary>Smaller inputs, for filters beside results.</summary>
    public bool Small { get; set; }

    /// <summary>Side by side where there is room (two short answers).</summary>
    public bool Inline { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = Chosen();
        var css = $"govuk-{kind}" + (Small ? $" govuk-{kind}--small" : "") + (Inline ? $" govuk-{kind}--inline" : "");
        var list = Html.Element("div", css, "");
        list.Attributes["data-module"] = $"govuk-{kind}";
        foreach (var (option, index) in Options.Select((option, index) => (option, index)))
        {
            list.InnerHtml.AppendHtml(Item(option, index, chosen.Contains(option.Value)));
        }

        WriteGroup(output, [Fieldset([list])]);
    }

    private TagBuilder Item(FieldOption option, int index, bool isChosen)
    {
        var id = index == 0 ? Id : $"{Id}-{(index + 1).ToString(CultureInfo.InvariantCulture)}";
        var input = Html.Void("input", $"govuk-{kind}__input",
            ("id", id), ("name", Name), ("type", kind == "radios" ? "radio" : "checkbox"), ("value", option.Value),
            ("checked", isChosen ? "checked" : null), ("aria-describedby", option.Hint is null ? null : $"{id}-item-hint"));
        var label = Html.Element("label", $"govuk-label govuk-{kind}__label", option.Text);
        label.Attributes["for"] = id;
        var item = Html.Element("div", $"govuk-{kind}__item", "");
        item.InnerHtml.AppendHtml(input).AppendHtml(label);
        if (option.Hint is not null)
        {
            item.InnerHtml.AppendHtml(Html.Element("div", $"govuk-hint govuk-{kind}__hint", option.Hint, $"{id}-item-hint"));
        }

        return item;
    }

    private HashSet<string> Chosen()
    {
        if (ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null)
        {
            return entry.RawValue is string[] many ? [.. many] : [entry.RawValue.ToString() ?? ""];
        }

        return For.Model switch
        {
            null => [],
            string one => [one],
            IEnumerable many => [.. many.Cast<object>().Select(value => value.ToString() ?? "")],
            var other => [other.ToString() ?? ""],
        };
    }
}
