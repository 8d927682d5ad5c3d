namespace Helpline.Core.Spoken;

/// <summary>The British voices that can be chosen. The phone door knows what its service calls them.</summary>
public enum SpokenVoice
{
    /// <summary>A woman; the voice of an installation where none was chosen.</summary>
    AmyNeural,

    /// <summary>A woman.</summary>
    EmmaNeural,

    /// <summary>A man.</summary>
    BrianNeural,

    /// <summary>A man.</summary>
    ArthurNeural,

    /// <summary>A woman, in the most natural of the qualities.</summary>
    AmyGenerative,

    /// <summary>A woman, in the plainest of the qualities.</summary>
    Amy,

    /// <summary>A woman, in the plainest of the qualities.</summary>
    Emma,

    /// <summary>A man, in the plainest of the qualities.</summary>
    Brian,
}
