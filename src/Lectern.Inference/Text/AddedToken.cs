namespace Lectern.Inference.Text;

/// <summary>A token that stands outside the merges: found in a text as it is written.</summary>
/// <param name="Id">The token's id.</param>
/// <param name="Content">How it is written, for example <c>&lt;s&gt;</c>.</param>
/// <param name="IsSpecial">Whether it is a sign to the model and no part of the text.</param>
internal sealed record AddedToken(int Id, string Content, bool IsSpecial);
