import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { evolved, first, incompatible, newSubject, url } from './orders.js';

const register = (registry, schema, subject) => registry.register({ type: SchemaType.AVRO, schema: JSON.stringify(schema) }, { subject });

test('a schema is registered, and the same one gets the same id', async () => {
  const registry = new SchemaRegistry({ host: url });
  const subject = newSubject();
  const { id } = await register(registry, first, subject);
  assert.equal((await register(new SchemaRegistry({ host: url }), first, subject)).id, id);
});

test('a compatible schema becomes the latest', async () => {
  const registry = new SchemaRegistry({ host: url });
  const subject = newSubject();
  const { id: older } = await register(registry, first, subject);
  const { id: newer } = await register(registry, evolved, subject);
  assert.notEqual(newer, older);
  assert.equal(await registry.getLatestSchemaId(subject), newer);
  assert.equal(await registry.getRegistryId(subject, 1), older);
});

test('an incompatible schema is refused and not kept', async () => {
  const registry = new SchemaRegistry({ host: url });
  const subject = newSubject();
  const { id } = await register(registry, first, subject);
  await assert.rejects(register(registry, incompatible, subject), /incompatible with an earlier schema/);
  assert.equal(await registry.getLatestSchemaId(subject), id);
});

test('a registered schema is found by its text', async () => {
  const registry = new SchemaRegistry({ host: url });
  const subject = newSubject();
  const { id } = await register(registry, first, subject);
  assert.equal(await registry.getRegistryIdBySchema(subject, { type: SchemaType.AVRO, schema: JSON.stringify(first) }), id);
});

test('another process decodes what was encoded, with its own schema too', async () => {
  const writing = new SchemaRegistry({ host: url });
  const { id } = await register(writing, first, newSubject());
  const bytes = await writing.encode(id, { id: 42 });
  const reading = new SchemaRegistry({ host: url });
  assert.equal((await reading.decode(bytes)).id, 42);
  const evolvedReader = await new SchemaRegistry({ host: url }).decode(bytes, { [SchemaType.AVRO]: { readerSchema: evolved } });
  assert.deepEqual({ ...evolvedReader }, { id: 42, note: null });
});

test('an unknown id is an error', async () => {
  await assert.rejects(new SchemaRegistry({ host: url }).getSchema(2_000_000_000), /not found/);
});

test('another process decodes what was encoded with a JSON schema', async () => {
  const schema = JSON.stringify({ type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] });
  const writing = new SchemaRegistry({ host: url });
  const { id } = await writing.register({ type: SchemaType.JSON, schema }, { subject: newSubject() });
  const bytes = await writing.encode(id, { id: 42 });
  assert.deepEqual(await new SchemaRegistry({ host: url }).decode(bytes), { id: 42 });
  await assert.rejects(writing.encode(id, { id: 'x' }), /invalid/i);
});
