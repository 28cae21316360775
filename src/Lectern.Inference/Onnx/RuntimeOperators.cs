namespace Lectern.Inference.Onnx;

/// <summary>Names of ONNX Runtime's contributed operators.</summary>
internal static class RuntimeOperators
{
    internal const string Domain = "com.microsoft";
}
