using Confluent.Kafka;
using Registry.Client;
using Registry.Schemas;

namespace Registry.Serdes;

/// <summary>
/// Reads values by the schema that their records name, as the reader's schema wants them (converters spec 2). Once a schema is known nothing waits.
/// Safe to call from any thread.
/// </summary>
public abstract class RegisteredDeserializer<T> : IDeserializer<T>, IAsyncDeserializer<T>
{
    private const int Capacity = 1000;

    private static readonly Direction s_direction = new(new Sides("reader's", "writer's"), BothWays: false);

    private readonly ISchemaClient _client;
    private readonly RecordSchemaOptions _options;
    private readonly RecordSchemas _schemas;
    private readonly BoundedCache<(ParsedSchema Writer, ParsedSchema Reader), string> _faults = new(Capacity);

    private protected RegisteredDeserializer(ISchemaClient client, ISchemaFormat format, RecordSchemaOptions? options)
    {
        (_client, _options) = (client, options ?? new RecordSchemaOptions());
        _schemas = new RecordSchemas(client, format, _options);
    }

    /// <summary>The schema as which values are read; null for that of the writer.</summary>
    private protected abstract ParsedSchema? ReaderSchema { get; }

    /// <inheritdoc cref="RegisteredSerializer{T}.NameOf"/>
    private protected abstract string? NameOf(ParsedSchema schema);

    /// <exception cref="InvalidValueException">The body is no value of the writer's schema, or none that becomes a <typeparamref name="T"/>.</exception>
    private protected abstract T Read(ReadOnlySpan<byte> body, ParsedSchema writer, ParsedSchema reader);

    /// <inheritdoc/>
    /// <exception cref="RecordException">The record cannot be read as it is: it belongs to a dead-letter queue.</exception>
    /// <exception cref="RegistryException">The registry cannot be reached, or cannot answer now.</exception>
    public T Deserialize(ReadOnlySpan<byte> data, bool isNull, SerializationContext context)
    {
        if (isNull)
            return default!;
        var frame = FrameOf(data, context, out var start);
        var (writer, reader, subject) = Blocking.Result(SchemasAsync(frame, context, CancellationToken.None));
        return Read(data[start..], writer, reader, subject, frame, context);
    }

    /// <inheritdoc cref="Deserialize"/>
    public async Task<T> DeserializeAsync(ReadOnlyMemory<byte> data, bool isNull, SerializationContext context)
    {
        if (isNull)
            return default!;
        var frame = FrameOf(data.Span, context, out var start);
        var (writer, reader, subject) = await SchemasAsync(frame, context, CancellationToken.None).ConfigureAwait(false);
        return Read(data.Span[start..], writer, reader, subject, frame, context);
    }

    private T Read(ReadOnlySpan<byte> body, ParsedSchema writer, ParsedSchema reader, string subject, SchemaFrame frame, SerializationContext context)
    {
        try
        {
            return Read(body, writer, reader);
        }
        catch (InvalidValueException e)
        {
            throw RecordFaults.At(PlaceOf(context, frame, subject), e);
        }
    }

    private SchemaFrame FrameOf(ReadOnlySpan<byte> data, SerializationContext context, out int start)
    {
        start = 0;
        var header = _options.ReadsIdFromHeader ? SchemaHeaders.Find(context) : null;
        if (SchemaFrame.TryRead(header ?? data, out var frame))
        {
            start = header is null ? frame.Size : 0;
            return frame;
        }
        throw new RecordException(SchemaFrame.Fault(header ?? data), new RecordPlace(context.Topic, context.Part()));
    }

    private async ValueTask<(ParsedSchema Writer, ParsedSchema Reader, string Subject)> SchemasAsync(SchemaFrame frame, SerializationContext context, CancellationToken cancellationToken)
    {
        string? subject = null;
        try
        {
            var naming = _options.Naming;
            subject = naming.NeedsRecordName ? null : await naming.SubjectOfAsync(_client, context.Topic, context.Part(), null, cancellationToken).ConfigureAwait(false);
            var (_, writer) = await _schemas.ForReadingAsync(frame, subject, cancellationToken).ConfigureAwait(false);
            subject ??= await naming.SubjectOfAsync(_client, context.Topic, context.Part(), NameOf(writer), cancellationToken).ConfigureAwait(false);
            var reader = ReaderSchema ?? await _schemas.ReaderAsync(subject, cancellationToken).ConfigureAwait(false) ?? writer;
            if (!ReferenceEquals(reader, writer) && _faults.GetOrMake((writer, reader), FaultOf) is { Length: > 0 } fault)
                throw new InvalidValueException(fault);
            return (writer, reader, subject);
        }
        catch (Exception e) when (RecordFaults.IsOne(e))
        {
            throw RecordFaults.At(PlaceOf(context, frame, subject), e);
        }
    }

    private static RecordPlace PlaceOf(SerializationContext context, SchemaFrame frame, string? subject) =>
        new(context.Topic, context.Part()) { Subject = subject, SchemaId = frame.Id, SchemaGuid = frame.Guid };

    private static string FaultOf((ParsedSchema Writer, ParsedSchema Reader) pair)
    {
        if (pair.Reader.FindIncompatibilities(pair.Writer, CompatibilityPolicy.Strict, CancellationToken.None) is not [var first, ..])
            return "";
        var told = first.Explain(s_direction, CancellationToken.None)[0];
        return $"The reader's schema cannot read what the writer's schema says, {first.Type} at {told.Where}: {told.Reason.TrimEnd('.')}";
    }
}
