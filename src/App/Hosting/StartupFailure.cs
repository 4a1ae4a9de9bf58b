namespace HaiZhengTong.App.Hosting;

/// <summary>A reason not to start that the operator can mend; told in one sentence, without a trace.</summary>
internal sealed class StartupFailure(string textKey, params object[] arguments) : Exception
{
    public override string Message => textKey;

    public object[] Arguments => arguments;
}
