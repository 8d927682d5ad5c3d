using Helpline.Core.Contacts;

namespace Helpline.Core.Floor;

/// <summary>A caller whom an adviser left with somebody from outside.</summary>
/// <param name="Id">The contact.</param>
/// <param name="With">The name in the directory of outside numbers.</param>
/// <param name="LeftBy">The name of the adviser.</param>
/// <param name="Since">Since when nobody of ours is there, UTC.</param>
public sealed record FloorTogether(ContactId Id, string With, string LeftBy, DateTime Since);
