namespace Helpline.Web.TagHelpers;

/// <summary>One choice of radios, checkboxes or a list: what is sent, what is read, and a hint.</summary>
public sealed record FieldOption(string Value, string Text, string? Hint = null);
