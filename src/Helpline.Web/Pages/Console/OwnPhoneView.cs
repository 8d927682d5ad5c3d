using Helpline.Core.Advisers;

namespace Helpline.Web.Pages.Console;

/// <summary>Where an adviser is rung, as the panel of the softphone shows it.</summary>
/// <param name="Masked">What is shown of the own telephone's number; null for the browser.</param>
public sealed record OwnPhoneView(string? Masked)
{
    /// <summary>What was typed and refused, to be put right.</summary>
    public string? Typed { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Error { get; init; }

    /// <summary>The view of a number in E.164, or of the browser when there is none.</summary>
    public static OwnPhoneView Of(string? number) => new(number is null ? null : OwnPhone.Masked(number));
}
