using HaiZhengTong.App.Features.People.Audiences;

namespace HaiZhengTong.App.Features.Chat.Gathering;

/// <summary>The use cases the page that finds people by rules offers.</summary>
public sealed record AudienceActs(
    CountAudience Count, ListAudience List, ListSavedAudiences Saved, SaveAudience Save, RemoveAudience Remove);
