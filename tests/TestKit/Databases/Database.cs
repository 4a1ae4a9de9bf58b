namespace HaiZhengTong.TestKit.Databases;

/// <summary>The databases a test with data runs on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}
