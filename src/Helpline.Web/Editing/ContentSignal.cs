using Helpline.Core.Common;

namespace Helpline.Web.Editing;

/// <summary>Wakes <see cref="ContentSync"/> of this node: a notice came that content moved.</summary>
public sealed class ContentSignal : WakeSignal;
