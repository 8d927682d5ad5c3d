namespace Helpline.Core.Routing;

/// <summary>What an offer asks of an adviser.</summary>
public enum OfferPurpose
{
    /// <summary>To take the contact.</summary>
    Contact,

    /// <summary>To come into a colleague's call.</summary>
    Consult,
}
