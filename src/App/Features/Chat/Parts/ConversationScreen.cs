namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>What an open conversation needs of the page it is shown on.</summary>
/// <param name="Dispatch">Runs work where the page's state may be changed.</param>
/// <param name="Changed">Draws the page again; called on the page's dispatcher.</param>
public sealed record ConversationScreen(Func<Func<Task>, Task> Dispatch, Action Changed, TimeProvider Clock);
