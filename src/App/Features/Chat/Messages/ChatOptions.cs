using System.ComponentModel.DataAnnotations;

namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>How long what was said may be taken back.</summary>
internal sealed class ChatOptions : IValidatableObject
{
    public const string Section = "Chat";

    /// <summary>How long a sender may recall an own message. The owner and the administrators of a group may recall any, at any time.</summary>
    public TimeSpan RecallWithin { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long a sender may word an own message anew.</summary>
    public TimeSpan EditWithin { get; set; } = TimeSpan.FromHours(24);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RecallWithin < TimeSpan.Zero || EditWithin < TimeSpan.Zero)
        {
            yield return new ValidationResult("Chat:RecallWithin and Chat:EditWithin cannot be negative; 0 forbids it.");
        }
    }
}
