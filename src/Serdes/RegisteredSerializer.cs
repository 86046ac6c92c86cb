using System.Buffers;
using Confluent.Kafka;
using Registry.Client;
using Registry.Schemas;

namespace Registry.Serdes;

/// <summary>
/// Writes values behind the name of their schema, which it registers or finds first (converters spec 2, 7.2). Once a schema is known nothing waits.
/// Safe to call from any thread.
/// </summary>
public abstract class RegisteredSerializer<T> : ISerializer<T>, IAsyncSerializer<T>
{
    private readonly ISchemaClient _client;
    private readonly RecordSchemaOptions _options;
    private readonly RecordSchemas _schemas;

    private protected RegisteredSerializer(ISchemaClient client, ISchemaFormat format, RecordSchemaOptions? options)
    {
        (_client, _options) = (client, options ?? new RecordSchemaOptions());
        _schemas = new RecordSchemas(client, format, _options);
    }

    private protected abstract ParsedSchema SchemaOf(T value);

    /// <summary>The name that subjects may be named after; null when the schema has none.</summary>
    private protected abstract string? NameOf(ParsedSchema schema);

    /// <exception cref="InvalidValueException">The value is not one of the schema.</exception>
    private protected abstract void Write(T value, ParsedSchema target, IBufferWriter<byte> output);

    /// <inheritdoc/>
    /// <exception cref="RecordException">The value cannot be written as it is.</exception>
    /// <exception cref="RegistryException">The registry cannot be reached, or cannot answer now.</exception>
    public byte[] Serialize(T data, SerializationContext context) => Blocking.Result(WriteAsync(data, context, CancellationToken.None))!;

    /// <inheritdoc cref="Serialize"/>
    public Task<byte[]> SerializeAsync(T data, SerializationContext context) => WriteAsync(data, context, CancellationToken.None).AsTask()!;

    /// <summary>The same without a task where the schema is known; null for null, which Kafka takes for a tombstone.</summary>
    /// <inheritdoc cref="Serialize"/>
    public async ValueTask<byte[]?> WriteAsync(T data, SerializationContext context, CancellationToken cancellationToken)
    {
        var buffer = RecordBuffer.Rent();
        return RecordBuffer.Return(buffer, await WriteAsync(data, context, buffer, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The same into a buffer of the caller's; false for null, of which nothing is written. Where it throws, a part may have been written.</summary>
    /// <inheritdoc cref="Serialize"/>
    public async ValueTask<bool> WriteAsync(T data, SerializationContext context, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        if (data is null)
            return false;
        string? subject = null;
        RegisteredSchema? registered = null;
        try
        {
            var own = SchemaOf(data);
            subject = await _options.Naming.SubjectOfAsync(_client, context.Topic, context.Part(), NameOf(own), cancellationToken).ConfigureAwait(false);
            (registered, var target) = await _schemas.ForWritingAsync(subject, own, cancellationToken).ConfigureAwait(false);
            WriteFrame(registered, context, output);
            Write(data, target, output);
            return true;
        }
        catch (Exception e) when (RecordFaults.IsOne(e))
        {
            throw RecordFaults.At(new RecordPlace(context.Topic, context.Part()) { Subject = subject, SchemaId = registered?.Id, SchemaGuid = registered?.Guid }, e);
        }
    }

    private void WriteFrame(RegisteredSchema registered, SerializationContext context, IBufferWriter<byte> output)
    {
        if (_options.WritesIdToHeader)
        {
            SchemaHeaders.Set(context, registered.Guid ?? throw new InvalidValueException("The registry names no GUID, since it is older than 8.0. Name schemas before the body instead"));
            return;
        }
        SchemaFrame.Write(registered.Id ?? throw new InvalidValueException("The schema that was found by GUID has no id here: write its GUID to a header instead"), output.GetSpan(SchemaFrame.IdSize));
        output.Advance(SchemaFrame.IdSize);
    }
}
