namespace HaiZhengTong.App.Ui;

/// <summary>Whether somebody can be reached now, as a dot on the avatar shows it.</summary>
public enum Presence
{
    Offline,
    Online,
    Away,
    Busy,
}
