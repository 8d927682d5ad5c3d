using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Helpline.Analytics.Data;

/// <summary>Stored instants are UTC; neither database remembers that by itself.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
