namespace HaiZhengTong.Infrastructure.Data.Seeding;

/// <summary>How many departments an office has beside its leaders: common ones (办公室, 综合处 …) and ones of its own business.</summary>
internal sealed record DepartmentScale(int Common, int Own);
