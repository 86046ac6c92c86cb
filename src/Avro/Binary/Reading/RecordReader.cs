using System.Runtime.InteropServices;
using Registry.Avro.Binary.Skipping;
using Registry.Avro.Resolution;
using Registry.Avro.Values;

namespace Registry.Avro.Binary.Reading;

/// <summary>Reads records field by field. Recursive schemas make it part of itself, so its steps come later.</summary>
internal sealed class RecordReader(RecordResolution resolution) : ValueReader
{
    private readonly int _size = resolution.Reader.Fields.Count;
    private readonly long _memory = Memory.OfRecord(resolution.Reader.Fields.Count);
    private readonly FieldDefault[] _defaults = [.. resolution.Defaults];
    private Step[] _steps = [];

    public void Complete(Step[] steps) => _steps = steps;

    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        value = default;
        if (resolution.Fault is { } fault)
            return reader.Fail(fault);
        if (!reader.TryEnter() || !reader.TryCharge(_memory))
            return false;
        var values = new AvroValue[_size];
        foreach (ref readonly var step in _steps.AsSpan())
        {
            if (!step.TryRun(ref reader, values))
                return reader.FailIn(step.Name);
        }
        foreach (var @default in _defaults)
            values[@default.Field.Position] = @default.Value;
        reader.Leave();
        value = AvroValue.Of(new AvroRecord(resolution.Reader, values));
        return true;
    }

    /// <summary>What is done with one field of the data.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly struct Step(FieldStep step, ValueReader? value, Skipper? skipper)
    {
        private readonly int _position = step.Reader?.Position ?? 0;

        public string Name { get; } = step.Writer.Name;

        public bool TryRun(ref AvroReader reader, AvroValue[] values)
        {
            if (value is null)
                return skipper!.TrySkip(ref reader);
            if (!step.IsReadAgain)
                return value.TryRead(ref reader, out values[_position]);
            var start = reader.Position;
            if (!value.TryRead(ref reader, out values[_position]))
                return false;
            reader.Rewind(start);
            return true;
        }
    }
}
