using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Exemplar.Platform.Web;

/// <summary>Gives Required and StringLength their Chinese sentence where the form gives none of its own.</summary>
internal sealed class ChineseRequired : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata)
        {
            if (rule is RequiredAttribute { ErrorMessage: null } required) required.ErrorMessage = "请填写{0}";
            if (rule is StringLengthAttribute { ErrorMessage: null } length) length.ErrorMessage = "{0}不超过 {1} 字";
        }
    }
}
