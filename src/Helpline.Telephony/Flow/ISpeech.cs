using Helpline.Core.Spoken;

namespace Helpline.Telephony.Flow;

/// <summary>What the phone door knows of what callers hear, for the page on which it is changed.</summary>
public interface ISpeech
{
    /// <summary>The text of the content folder that is said where no other was given.</summary>
    string BuiltIn(SpokenPart part);

    /// <summary>The path at which a recording is heard, by the telephone service and in a browser.</summary>
    string PathOf(Guid recording);
}
