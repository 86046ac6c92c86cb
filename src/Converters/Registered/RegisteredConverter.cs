using System.Buffers;
using Registry.Client;
using Registry.Converters.Connect;
using Registry.Schemas;

namespace Registry.Converters.Registered;

/// <summary>
/// A converter whose schemas are in a registry: it names the subject, registers or finds the schema, and writes the body behind the
/// schema's number; and the other way round (spec 2, 3.6, 7). Safe to call from any thread.
/// </summary>
public abstract class RegisteredConverter : IConverter, IDisposable
{
    private readonly ISchemaClient _client;
    private readonly RecordSchemaOptions _options;
    private readonly RecordPart _part;
    private readonly RecordSchemas _schemas;
    private readonly IDisposable? _owned;

    private protected RegisteredConverter(ISchemaClient client, ISchemaFormat format, RecordSchemaOptions options, RecordPart part, IDisposable? owned)
    {
        (_client, _options, _part, _owned) = (client, options, part, owned);
        _schemas = new RecordSchemas(client, format, options);
    }

    /// <summary>The word of messages: <c>Avro</c>.</summary>
    private protected abstract string FormatWord { get; }

    /// <summary>Whether a null of a schema is a record without a body, which needs no schema in the registry.</summary>
    private protected virtual bool IsTombstone(ConnectSchema? schema) => schema is null or { IsOptional: true };

    private protected abstract ParsedSchema SchemaOf(ConnectSchema? schema);

    /// <summary>The name that subjects may be named after; null when the schema has none.</summary>
    private protected abstract string? RecordNameOf(ParsedSchema schema);

    private protected abstract void Write(ConnectSchema? schema, ParsedSchema target, in ConnectValue value, IBufferWriter<byte> output);

    private protected abstract SchemaAndValue Read(ParsedSchema writer, ParsedSchema reader, ReadOnlySpan<byte> body, int? version);

    /// <inheritdoc/>
    public byte[]? FromConnect(string topic, ConnectSchema? schema, ConnectValue value) => Blocking.Result(FromConnectAsync(topic, null, schema, value, CancellationToken.None));

    /// <inheritdoc/>
    public byte[]? FromConnect(string topic, IRecordHeaders headers, ConnectSchema? schema, ConnectValue value) =>
        Blocking.Result(FromConnectAsync(topic, headers, schema, value, CancellationToken.None));

    /// <inheritdoc/>
    public SchemaAndValue ToConnect(string topic, byte[]? data) => Blocking.Result(ToConnectAsync(topic, null, data, CancellationToken.None));

    /// <inheritdoc/>
    public SchemaAndValue ToConnect(string topic, IRecordHeaders headers, byte[]? data) => Blocking.Result(ToConnectAsync(topic, headers, data, CancellationToken.None));

    /// <summary>The same for callers that can wait: it completes synchronously once the schema is known.</summary>
    /// <param name="headers">Those of the record; null when it has none that can be written.</param>
    /// <exception cref="DataException">The value is not one of the schema, or the registry refuses the schema.</exception>
    /// <exception cref="RetriableException">The registry cannot be reached, or cannot answer now.</exception>
    public async ValueTask<byte[]?> FromConnectAsync(string topic, IRecordHeaders? headers, ConnectSchema? schema, ConnectValue value, CancellationToken cancellationToken)
    {
        var buffer = RecordBuffer.Rent();
        return RecordBuffer.Return(buffer, await FromConnectAsync(topic, headers, schema, value, buffer, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The same into a buffer of the caller's; false for a null payload, of which nothing is written. Where it throws, a part may have been written.</summary>
    /// <inheritdoc cref="FromConnectAsync(string, IRecordHeaders?, ConnectSchema?, ConnectValue, CancellationToken)"/>
    public async ValueTask<bool> FromConnectAsync(
        string topic, IRecordHeaders? headers, ConnectSchema? schema, ConnectValue value, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        if (value.IsNull && IsTombstone(schema))
            return false;
        string? subject = null;
        RegisteredSchema? registered = null;
        try
        {
            var own = SchemaOf(schema);
            subject = await _options.Naming.SubjectOfAsync(_client, topic, _part, RecordNameOf(own), cancellationToken).ConfigureAwait(false);
            (registered, var target) = await _schemas.ForWritingAsync(subject, own, cancellationToken).ConfigureAwait(false);
            WriteFrame(registered, headers, output);
            Write(schema, target, value, output);
            return true;
        }
        catch (Exception e) when (RegistryFaults.IsOne(e))
        {
            throw RegistryFaults.ToConnect(e, $"Failed to serialize {FormatWord} data from topic {topic}", PlaceOf(topic, subject, registered));
        }
        catch (DataException e)
        {
            e.IsOf(PlaceOf(topic, subject, registered));
            throw;
        }
    }

    /// <inheritdoc cref="FromConnectAsync(string, IRecordHeaders?, ConnectSchema?, ConnectValue, CancellationToken)"/>
    public async ValueTask<SchemaAndValue> ToConnectAsync(string topic, IRecordHeaders? headers, byte[]? data, CancellationToken cancellationToken)
    {
        if (data is null)
            return SchemaAndValue.Null;
        string? subject = null;
        SchemaFrame frame = default;
        try
        {
            frame = FrameOf(headers, data, out var start);
            var naming = _options.Naming;
            subject = naming.NeedsRecordName ? null : await naming.SubjectOfAsync(_client, topic, _part, null, cancellationToken).ConfigureAwait(false);
            var (registered, writer) = await _schemas.ForReadingAsync(frame, subject, cancellationToken).ConfigureAwait(false);
            subject ??= await naming.SubjectOfAsync(_client, topic, _part, RecordNameOf(writer), cancellationToken).ConfigureAwait(false);
            var reader = await _schemas.ReaderAsync(subject, cancellationToken).ConfigureAwait(false);
            var version = await _schemas.VersionAsync(subject, registered, cancellationToken).ConfigureAwait(false);
            return Read(writer, reader ?? writer, data.AsSpan(start), version);
        }
        catch (Exception e) when (RegistryFaults.IsOne(e))
        {
            throw RegistryFaults.ToConnect(e, $"Failed to deserialize data for topic {topic} to {FormatWord}", PlaceOf(topic, subject, frame, data));
        }
        catch (DataException e)
        {
            e.IsOf(PlaceOf(topic, subject, frame, data));
            throw;
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _owned?.Dispose();
    }

    private RecordPlace PlaceOf(string topic, string? subject, RegisteredSchema? registered) =>
        new(topic, _part) { Subject = subject, SchemaId = registered?.Id, SchemaGuid = registered?.Guid };

    private RecordPlace PlaceOf(string topic, string? subject, SchemaFrame frame, byte[] data) => new(topic, _part)
    {
        Subject = subject,
        SchemaId = frame.Id,
        SchemaGuid = frame.Guid,
        Key = _part == RecordPart.Key ? data : null,
        Value = _part == RecordPart.Value ? data : null,
    };

    private void WriteFrame(RegisteredSchema registered, IRecordHeaders? headers, IBufferWriter<byte> output)
    {
        if (_options.WritesIdToHeader)
        {
            AddHeader(registered, headers ?? throw new DataException("The schema is to be named in a header, and the record has no headers"));
            return;
        }
        SchemaFrame.Write(registered.Id ?? throw new DataException("The schema that was found by GUID has no id here: write its GUID to a header instead"), output.GetSpan(SchemaFrame.IdSize));
        output.Advance(SchemaFrame.IdSize);
    }

    private void AddHeader(RegisteredSchema registered, IRecordHeaders headers)
    {
        var frame = new byte[SchemaFrame.GuidSize];
        SchemaFrame.Write(registered.Guid ?? throw new DataException("Schema GUID is null: the registry is older than 8.0. Name schemas before the body instead"), frame);
        // A record that is written again has it already.
        if (headers.Last(SchemaFrame.Header(_part)) is not { } there || !there.AsSpan().SequenceEqual(frame))
            headers.Add(SchemaFrame.Header(_part), frame);
    }

    private SchemaFrame FrameOf(IRecordHeaders? headers, byte[] data, out int start)
    {
        start = 0;
        if (_options.ReadsIdFromHeader && headers?.Last(SchemaFrame.Header(_part)) is { } header)
            return SchemaFrame.TryRead(header, out var named) ? named : throw new DataException($"Error deserializing schema ID: {SchemaFrame.Fault(header)}");
        if (!SchemaFrame.TryRead(data, out var frame))
            throw new DataException($"Error deserializing schema ID: {SchemaFrame.Fault(data)}");
        start = frame.Size;
        return frame;
    }
}
