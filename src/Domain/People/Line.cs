namespace HaiZhengTong.Domain.People;

/// <summary>The two lines over the same units (横向到边、纵向到底).</summary>
public enum Line
{
    /// <summary>块: province, prefecture, county, township, village.</summary>
    Administrative = 0,

    /// <summary>条: the province's department above every county's bureau of the same business.</summary>
    Business = 1,
}
