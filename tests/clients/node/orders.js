import { randomUUID } from 'node:crypto';

const { REGISTRY_URL } = process.env;
if (!REGISTRY_URL) throw new Error('REGISTRY_URL must name a running registry, like http://127.0.0.1:8081');

export const url = REGISTRY_URL;

/** A subject that no other test and no earlier run has touched. */
export const newSubject = () => `orders-${randomUUID()}-value`;

const order = (...fields) => ({ type: 'record', name: 'Order', namespace: 'shop', fields });

const id = { name: 'id', type: 'long' };
const note = { name: 'note', type: ['null', 'string'], default: null };

export const first = order(id);
/** Reads what the first wrote: the new field has a default. */
export const evolved = order(id, note);
/** Cannot read what the first wrote. */
export const incompatible = order({ name: 'id', type: 'string' });
