using System.Runtime.CompilerServices;
using Registry.Avro.Binary.Skipping;
using Registry.Avro.Model;
using Registry.Avro.Resolution;

namespace Registry.Avro.Binary.Reading;

/// <summary>Makes the readers of a resolution.</summary>
internal sealed class ValueReaders
{
    private readonly Dictionary<RecordResolution, RecordReader> _records = [];
    private readonly Skippers _skippers = new();

    public ValueReader For(SchemaResolution resolution)
    {
        // The graph of two schemas can be deeper than either of them.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return new ImpossibleReader("The two schemas together are too deep to be read");
        return resolution switch
        {
            RecordResolution record => ForRecord(record),
            EnumResolution @enum => new EnumReader((EnumSchema)@enum.Writer, (EnumSchema)@enum.Reader, [.. @enum.Ordinals]),
            FixedResolution @fixed => new FixedReader(@fixed.Size),
            ArrayResolution array => new ArrayReader(For(array.Items), WireSize.CanBeZero(array.Items.Writer)),
            MapResolution map => new MapReader(For(map.Values)),
            WriterUnionResolution union => new WriterUnionReader([.. union.Branches.Select(For)]),
            ReaderUnionResolution union => new ReaderUnionReader(For(union.Value), union.Branch),
            ImpossibleResolution impossible => new ImpossibleReader(impossible.Reason),
            _ => ForPrimitive(resolution.Writer.Kind, resolution.Reader.Kind),
        };
    }

    private RecordReader ForRecord(RecordResolution resolution)
    {
        if (_records.TryGetValue(resolution, out var known))
            return known;
        var reader = new RecordReader(resolution);
        _records.Add(resolution, reader);
        reader.Complete([.. resolution.Steps.Select(ForStep)]);
        return reader;
    }

    private RecordReader.Step ForStep(FieldStep step)
    {
        if (step.Value is null || step.Reader is null)
            return new RecordReader.Step(new SkippingReader(_skippers.For(step.Writer.Schema)), RecordReader.Step.Nowhere);
        var value = For(step.Value);
        return new RecordReader.Step(step.IsReadAgain ? new PeekingReader(value) : value, step.Reader.Position);
    }

    private static ValueReader ForPrimitive(AvroKind writer, AvroKind reader) => (writer, reader) switch
    {
        // Strings and bytes look the same, and what the reader wants of them is all that matters.
        (_, AvroKind.String) => new StringReader(),
        (_, AvroKind.Bytes) => new BytesReader(),
        _ when writer != reader => new PromotedReader(ForPrimitive(writer, writer), reader),
        (AvroKind.Null, _) => new NullReader(),
        (AvroKind.Boolean, _) => new BooleanReader(),
        (AvroKind.Int, _) => new IntReader(),
        (AvroKind.Long, _) => new LongReader(),
        (AvroKind.Float, _) => new FloatReader(),
        (AvroKind.Double, _) => new DoubleReader(),
        _ => throw new ArgumentOutOfRangeException(nameof(writer), writer, "Not a primitive kind."),
    };
}
