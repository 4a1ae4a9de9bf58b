namespace HaiZhengTong.Domain.People;

/// <summary>Whether a unit exists today.</summary>
public enum UnitStatus
{
    Active = 0,
    Dissolved = 1,
}
