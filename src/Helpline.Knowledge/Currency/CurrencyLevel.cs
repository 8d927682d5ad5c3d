namespace Helpline.Knowledge.Currency;

/// <summary>Whether something may be relied on.</summary>
public enum CurrencyLevel
{
    /// <summary>Current.</summary>
    Green,

    /// <summary>To be looked at again before it is relied on.</summary>
    Amber,

    /// <summary>Marked wrong; it must not be quoted.</summary>
    Red,
}
