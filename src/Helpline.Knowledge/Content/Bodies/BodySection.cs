namespace Helpline.Knowledge.Content.Bodies;

/// <summary>What the citation rule asks of the part of a body that a heading of level 2 begins.</summary>
internal enum BodySection
{
    /// <summary>Blocks that state law cite it.</summary>
    Advice,

    /// <summary>"What the law says": every block cites.</summary>
    Law,

    /// <summary>"For advisers": every block cites, and only advisers see it.</summary>
    Advisers,

    /// <summary>"Who can help": nothing needs a citation.</summary>
    Help,
}
