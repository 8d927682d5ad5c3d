namespace Helpline.Knowledge.Content;

/// <summary>A value and the line it stands on.</summary>
internal readonly record struct YamlText(string Value, int Line);
