using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Live;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>What a live connection needs to hear and to translate.</summary>
internal sealed record LiveParts(IChatFeed Feed, IPersonFeed People, Rosters Rosters, Texts Texts, TimeProvider Clock);
