using System.Runtime.InteropServices;
using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Resolution;

/// <summary>A record: the writer's fields in the order of the data, then the fields that only the reader has.</summary>
public sealed class RecordResolution : SchemaResolution
{
    private IReadOnlyList<FieldStep>? _steps;

    internal RecordResolution(RecordSchema writer, RecordSchema reader)
        : base(writer, reader) => (Writer, Reader) = (writer, reader);

    public new RecordSchema Writer { get; }

    public new RecordSchema Reader { get; }

    /// <summary>What to do with the data, from first to last.</summary>
    public IReadOnlyList<FieldStep> Steps => _steps ?? throw new InvalidOperationException("The record is still being resolved.");

    /// <summary>The values of fields that the writer does not have.</summary>
    public IReadOnlyList<FieldDefault> Defaults { get; private set; } = [];

    /// <summary>Why no data of the writer's record can be read; null when it can.</summary>
    public string? Fault { get; private set; }

    internal void Complete(IReadOnlyList<FieldStep> steps, IReadOnlyList<FieldDefault> defaults, string? fault) =>
        (_steps, Defaults, Fault) = (steps, defaults, fault);
}

/// <summary>One of the writer's fields.</summary>
/// <param name="Writer">The field that the data holds next.</param>
/// <param name="Reader">The field that it becomes; null when it is skipped.</param>
/// <param name="Value">How it is read; null when it is skipped.</param>
/// <param name="IsReadAgain">Whether the next step reads the same bytes: by aliases two fields can answer to one of the writer's.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FieldStep(RecordField Writer, RecordField? Reader, SchemaResolution? Value, bool IsReadAgain);

/// <summary>A field that gets its default.</summary>
public sealed record FieldDefault(RecordField Field, AvroValue Value);
