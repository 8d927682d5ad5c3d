using Helpline.Core.Advisers;

namespace Helpline.Telephony.Tokens;

/// <summary>Lets an adviser's browser be the telephone of that adviser.</summary>
public interface ISoftphones
{
    /// <summary>Whether an adviser may take calls without having tried microphone and ringer: nobody real is on the line.</summary>
    bool MayGoWithoutSound { get; }

    /// <summary>What the browser registers with; to be asked for again before <see cref="SoftphonePass.ExpiresAt"/>.</summary>
    SoftphonePass Issue(AdviserId adviser);
}

/// <summary>What a browser registers with.</summary>
/// <param name="IsSimulated">Whether it registers with the simulated service rather than the real one.</param>
/// <param name="Token">The token. A secret of that adviser.</param>
/// <param name="Edge">Where the browser enters the real service's network.</param>
/// <param name="ExpiresAt">Until when it is good, UTC.</param>
public sealed record SoftphonePass(bool IsSimulated, string Token, string Edge, DateTime ExpiresAt);
