namespace Helpline.Core.Common;

/// <summary>A rule of the contact centre was broken: a mistake in our code, never in the user's input.</summary>
/// <param name="rule">The rule's stable code, such as <c>contact.not-waiting</c>.</param>
public sealed class RuleBrokenException(string rule) : InvalidOperationException($"Rule broken: {rule}")
{
    /// <summary>The rule's stable code, such as <c>contact.not-waiting</c>.</summary>
    public string Rule { get; } = rule;
}
