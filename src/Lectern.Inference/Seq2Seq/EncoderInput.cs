namespace Lectern.Inference.Seq2Seq;

/// <summary>What the encoder is given for one window.</summary>
/// <param name="Name">Name of the graph's input, such as <c>input_values</c>.</param>
/// <param name="Values">The values in row-major order; read, never changed, and not to be changed while decoding runs.</param>
/// <param name="Shape">The length of each axis without the batch axis; their product is the number of values.</param>
public sealed record EncoderInput(string Name, Memory<float> Values, IReadOnlyList<long> Shape);
