namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;

/// <summary>How an attribute is compared with a value (RFC 7644, table 3).</summary>
internal enum ScimOperator
{
    Eq,
    Ne,
    Co,
    Sw,
    Ew,
    Gt,
    Ge,
    Lt,
    Le,
}
