using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpline.Web.TagHelpers;

/// <summary>Gives every script and style element written in our own pages the nonce of the response.</summary>
[HtmlTargetElement("script")]
[HtmlTargetElement("style")]
public sealed class NonceTagHelper(CspNonce nonce) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Attributes.SetAttribute("nonce", nonce.Value);
}
