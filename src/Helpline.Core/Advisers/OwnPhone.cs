using Helpline.Core.Common;

namespace Helpline.Core.Advisers;

/// <summary>The telephone an adviser chose to be rung on instead of the browser. Without a row it is the browser. Moments are UTC.</summary>
public sealed class OwnPhone : Entity
{
    private OwnPhone()
    {
    }

    /// <summary>Whose telephone it is.</summary>
    public AdviserId AdviserId { get; private init; }

    /// <summary>The number, in E.164 as <see cref="Callbacks.UkNumber"/> reads it. Encrypted in the database.</summary>
    public string Number { get; private set; } = "";

    /// <summary>When it was chosen.</summary>
    public DateTime ChosenAt { get; private set; }

    /// <summary>An adviser's choice.</summary>
    /// <param name="adviserId">Who.</param>
    /// <param name="number">A ringable number in E.164.</param>
    /// <param name="now">When, UTC.</param>
    public static OwnPhone Choose(AdviserId adviserId, string number, DateTime now) => new() { AdviserId = adviserId, Number = number, ChosenAt = now };

    /// <summary>Another number from now on.</summary>
    public void Change(string number, DateTime now)
    {
        Number = number;
        ChosenAt = now;
    }

    /// <summary>As much of a number as is shown back: its last three digits.</summary>
    /// <param name="number">A ringable number in E.164.</param>
    public static string Masked(string number) => $"the number that ends in {number[^3..]}";
}
