using Xunit.Sdk;
using Xunit.v3;

namespace HaiZhengTong.TestKit.Databases;

/// <summary>
/// Clears the run's folder when the last test is over. Stopping PostgreSQL takes a second or two: at the end of the process
/// it would be taken for a thread that does not end.
/// </summary>
public sealed class RunFolderEnd : ITestPipelineStartup
{
    public ValueTask StartAsync(IMessageSink diagnosticMessageSink) => ValueTask.CompletedTask;

    public ValueTask StopAsync()
    {
        RunFolder.Clear();
        return ValueTask.CompletedTask;
    }
}
