using Microsoft.ML.OnnxRuntime.Tensors;

namespace Lectern.Inference.Seq2Seq;

/// <summary>One tensor of a decoder's key–value cache: the names under which it goes in and comes out, and its shape [batch, heads, length, head size].</summary>
internal sealed record CacheEntry(string Past, string Present, bool IsEncoder, TensorElementType ElementType, int Heads, int HeadSize);
