import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AvroDeserializer, AvroSerializer, Compatibility, JsonDeserializer, JsonSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';
import { evolved, first, incompatible, newSubject, url } from './orders.js';

const client = () => SchemaRegistryClient.newClient({ baseURLs: [url] });
const avro = schema => ({ schemaType: 'AVRO', schema: JSON.stringify(schema) });
const json = schema => ({ schemaType: 'JSON', schema: JSON.stringify(schema) });

test('a schema is registered, and the same one gets the same id', async () => {
  const subject = newSubject();
  const id = await client().register(subject, avro(first));
  assert.equal(await client().register(subject, avro(first)), id);
  assert.equal(await client().getId(subject, avro(first)), id);
  assert.deepEqual(JSON.parse((await client().getBySubjectAndId(subject, id)).schema), first);
});

test('a compatible schema becomes the latest', async () => {
  const subject = newSubject();
  await client().register(subject, avro(first));
  assert.equal(await client().testCompatibility(subject, 1, avro(evolved)), true);
  const id = await client().register(subject, avro(evolved));
  const latest = await client().getLatestSchemaMetadata(subject);
  assert.equal(latest.id, id);
  assert.equal(latest.version, 2);
  assert.deepEqual(await client().getAllVersions(subject), [1, 2]);
});

test('an incompatible schema is refused and not kept', async () => {
  const subject = newSubject();
  await client().register(subject, avro(first));
  await assert.rejects(client().register(subject, avro(incompatible)), error => {
    assert.equal(error.status, 409);
    assert.match(error.message, /incompatible with an earlier schema/);
    return true;
  });
  assert.deepEqual(await client().getAllVersions(subject), [1]);
});

test('without compatibility anything goes', async () => {
  const subject = newSubject();
  await client().register(subject, avro(first));
  await client().updateCompatibility(subject, Compatibility.NONE);
  assert.equal(await client().getCompatibility(subject), Compatibility.NONE);
  await client().register(subject, avro(incompatible));
  assert.deepEqual(await client().getAllVersions(subject), [1, 2]);
});

test('the serializer registers, and another process deserializes', async () => {
  const topic = newSubject().replace(/-value$/, '');
  const writing = client();
  await writing.register(`${topic}-value`, avro(first));
  const serializer = new AvroSerializer(writing, SerdeType.VALUE, { useLatestVersion: true });
  const bytes = await serializer.serialize(topic, { id: 42 });
  const value = await new AvroDeserializer(client(), SerdeType.VALUE, {}).deserialize(topic, bytes);
  assert.equal(value.id, 42);
});

test('a deleted subject is gone from the list, and a permanently deleted one altogether', async () => {
  const subject = newSubject();
  await client().register(subject, avro(first));
  assert.ok((await client().getAllSubjects()).includes(subject));
  assert.deepEqual(await client().deleteSubject(subject), [1]);
  assert.ok(!(await client().getAllSubjects()).includes(subject));
  assert.deepEqual(await client().deleteSubject(subject, true), [1]);
  await assert.rejects(client().getLatestSchemaMetadata(subject), error => error.status === 404);
});

test('a JSON schema is registered, refers to another, and is compared', async () => {
  const address = newSubject();
  const subject = newSubject();
  await client().register(address, json({ type: 'object', properties: { city: { type: 'string' } } }));
  const references = [{ name: 'address.json', subject: address, version: 1 }];
  const person = { type: 'object', properties: { home: { $ref: 'address.json' } }, additionalProperties: false };
  const id = await client().register(subject, { ...json(person), references });
  const stored = await client().getBySubjectAndId(subject, id);
  assert.equal(stored.schemaType, 'JSON');
  assert.deepEqual(stored.references, references);
  const narrower = { ...person, properties: { home: { type: 'string' } } };
  assert.equal(await client().testCompatibility(subject, 1, json(narrower)), false);
});

test('the JSON serializer registers, and another process deserializes', async () => {
  const topic = newSubject().replace(/-value$/, '');
  const writing = client();
  await writing.register(`${topic}-value`, json({ type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] }));
  const serializer = new JsonSerializer(writing, SerdeType.VALUE, { useLatestVersion: true, validate: true });
  const bytes = await serializer.serialize(topic, { id: 42 });
  assert.deepEqual(await new JsonDeserializer(client(), SerdeType.VALUE, {}).deserialize(topic, bytes), { id: 42 });
});
