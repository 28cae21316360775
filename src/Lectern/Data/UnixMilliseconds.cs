using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lectern.Data;

/// <summary>Stores an instant as whole milliseconds since 1970.</summary>
internal sealed class UnixMilliseconds()
    : ValueConverter<DateTimeOffset, long>(instant => instant.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
