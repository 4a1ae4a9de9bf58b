using System.Globalization;

namespace HaiZhengTong.Infrastructure.Data.Seeding;

/// <summary>Shows a seed's progress on the console: one moving line on a terminal, a line for each stage in a log.</summary>
public sealed class ConsoleBar(TextWriter console, bool isTerminal, string title) : IProgress<SeedProgress>
{
    private const int Width = 32;

    private string _stage = "";
    private int _percent = -1;

    public void Report(SeedProgress value)
    {
        var percent = value.Total == 0 ? 100 : (int)(value.Done * 100 / value.Total);
        if (_percent < 0)
        {
            console.WriteLine(title);
        }

        if (isTerminal && (percent != _percent || value.Stage != _stage))
        {
            var full = percent * Width / 100;
            console.Write(string.Create(
                CultureInfo.InvariantCulture, $"\r  [{new string('#', full)}{new string('.', Width - full)}] {percent,3} %  {value.Stage,-12}"));
            if (value.Stage == "done")
            {
                console.WriteLine();
            }
        }
        else if (!isTerminal && value.Stage != _stage)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {percent,3} %  {value.Stage}"));
        }

        (_stage, _percent) = (value.Stage, percent);
    }
}
