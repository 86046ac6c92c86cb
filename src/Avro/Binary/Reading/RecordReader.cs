using System.Runtime.InteropServices;
using Registry.Avro.Model;
using Registry.Avro.Resolution;
using Registry.Avro.Values;

namespace Registry.Avro.Binary.Reading;

/// <summary>Reads records field by field. Recursive schemas make it part of itself, so its steps come later.</summary>
internal sealed class RecordReader(RecordResolution resolution) : ValueReader
{
    private readonly RecordSchema _schema = resolution.Reader;
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
        var steps = _steps;
        for (var at = 0; at < steps.Length; at++)
        {
            if (!steps[at].TryRun(ref reader, values))
                return reader.FailIn(resolution.Steps[at].Writer.Name);
        }
        foreach (var @default in _defaults)
            values[@default.Field.Position] = @default.Value;
        reader.Leave();
        value = AvroValue.Of(new AvroRecord(_schema, values));
        return true;
    }

    /// <summary>What is done with one field of the data.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly struct Step(ValueReader reader, int position)
    {
        /// <summary>The position of fields that are skipped.</summary>
        public const int Nowhere = -1;

        private readonly ValueReader _reader = reader;
        private readonly int _position = position;

        public bool TryRun(ref AvroReader reader, AvroValue[] values) => (uint)_position < (uint)values.Length
            ? _reader.TryRead(ref reader, out values[_position])
            : _reader.TryRead(ref reader, out _);
    }
}
