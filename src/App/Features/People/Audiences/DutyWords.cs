using HaiZhengTong.App.Features.People.Duties;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>The names of the duties an audience may ask for, out of the dictionary.</summary>
public sealed class DutyWords(IReadOnlyList<DutyView> duties)
{
    public static DutyWords None { get; } = new([]);

    /// <summary>Those on offer.</summary>
    public IEnumerable<DutyView> Offered => duties.Where(duty => !duty.IsRetired);

    /// <summary>What a duty is called; the code of one nobody knows.</summary>
    public string Of(string code) => duties.FirstOrDefault(duty => duty.Code == code)?.Text ?? code;
}
