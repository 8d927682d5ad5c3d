using Helpline.Core.Advisers;
using Microsoft.AspNetCore.Identity;

namespace Helpline.Core.Data;

/// <summary>A member of staff's account.</summary>
public sealed class HelplineUser : IdentityUser<Guid>
{
    /// <summary>The adviser behind the account; null for staff who take no contacts.</summary>
    public AdviserId? AdviserId { get; set; }

    /// <summary>The name colleagues see.</summary>
    [PersonalData]
    public string DisplayName { get; set; } = "";
}
