namespace Helpline.Core.Data;

/// <summary>A secret this installation made for itself, such as the key of <see cref="EnquirerKeys"/>.</summary>
public sealed class InstallationSecret
{
    /// <summary>What it is for.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The secret in Base64; encrypted.</summary>
    public string Value { get; internal init; } = "";
}
