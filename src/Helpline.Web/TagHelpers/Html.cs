using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Helpline.Web.TagHelpers;

/// <summary>Elements whose text is always encoded.</summary>
internal static class Html
{
    public static TagBuilder Element(string tag, string cssClass, string text, string? id = null)
    {
        var element = new TagBuilder(tag);
        element.Attributes["class"] = cssClass;
        if (id is not null)
        {
            element.Attributes["id"] = id;
        }

        element.InnerHtml.Append(text);
        return element;
    }

    public static TagBuilder Element(string tag, string cssClass, IHtmlContent content)
    {
        var element = Element(tag, cssClass, "");
        element.InnerHtml.SetHtmlContent(content);
        return element;
    }

    public static TagBuilder Void(string tag, string cssClass, params (string Name, string? Value)[] attributes)
    {
        var element = new TagBuilder(tag) { TagRenderMode = TagRenderMode.SelfClosing };
        element.Attributes["class"] = cssClass;
        element.Set(attributes);
        return element;
    }

    /// <summary>Sets the attributes that have a value; null leaves one out.</summary>
    public static void Set(this TagBuilder element, params (string Name, string? Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                element.Attributes[name] = value;
            }
        }
    }
}
