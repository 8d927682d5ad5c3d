using Helpline.Core.OutsideNumbers;

namespace Helpline.Web.Pages.Console;

/// <summary>What is said of a kind of outside number.</summary>
public static class OutsideNumberWords
{
    /// <summary>The kind, within a sentence.</summary>
    public static string Kind(OutsideNumberKind kind) => kind switch
    {
        OutsideNumberKind.Interpreter => "interpreting",
        OutsideNumberKind.LocalService => "local service",
        OutsideNumberKind.Other => "other",
    };

    /// <summary>The kind, at the head of a list.</summary>
    public static string Heading(OutsideNumberKind kind) => kind switch
    {
        OutsideNumberKind.Interpreter => "Interpreting",
        OutsideNumberKind.LocalService => "Local service",
        OutsideNumberKind.Other => "Other",
    };
}
