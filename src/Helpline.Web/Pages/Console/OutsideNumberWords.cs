using Helpline.Core.OutsideNumbers;

namespace Helpline.Web.Pages.Console;

/// <summary>What is said of a kind of outside number.</summary>
public static class OutsideNumberWords
{
    /// <summary>The kind.</summary>
    public static string Of(OutsideNumberKind kind) => kind switch
    {
        OutsideNumberKind.Interpreter => "Interpreting",
        OutsideNumberKind.LocalService => "Local service",
        OutsideNumberKind.Other => "Other",
    };
}
