namespace Helpline.Knowledge.Content.Bodies;

/// <summary>How far a block of a body is settled, said by its first word.</summary>
internal enum Mark
{
    /// <summary>No mark: checked, and shown to everybody.</summary>
    None,

    /// <summary><c>{confirm}</c>: believed but not yet checked; advisers see it tagged, parents do not see it.</summary>
    Confirm,

    /// <summary><c>{doubtful}</c>: doubtful or changed; advisers see it as a warning.</summary>
    Doubtful,
}
