using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Helpline.Web.Hosting;

/// <summary>Carries a validator's findings to the page, each under the name of its field.</summary>
public static class ValidationErrors
{
    /// <summary>Adds the errors; true when there were none. <paramref name="prefix"/> is the bound property the fields belong to, such as "Input".</summary>
    public static bool Accept(this ModelStateDictionary state, ValidationResult result, string? prefix = null)
    {
        foreach (var error in result.Errors)
        {
            state.AddModelError(prefix is null ? error.PropertyName : $"{prefix}.{error.PropertyName}", error.ErrorMessage);
        }

        return result.IsValid;
    }
}
