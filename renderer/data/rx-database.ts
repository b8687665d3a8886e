/** RxDB with the ten collections; their schemas are fixed for good (DESIGN §2). */
import { createRxDatabase, type RxCollection, type RxDatabase, type RxJsonSchema } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { COLLECTIONS, INDEXES, type CollectionName, type Envelope } from '@shared/core/envelope';

const text = (maxLength: number): { type: 'string'; maxLength: number } => ({ type: 'string', maxLength });

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: text(80),
    kind: text(24),
    status: text(24),
    day: text(10),
    dueAt: text(24),
    desk: text(3),
    by: text(80),
    at: text(24),
    ver: { type: 'object', additionalProperties: true },
    key: text(80),
    body: { type: 'object', additionalProperties: true },
  },
  required: ['id', 'kind', 'status', 'day', 'dueAt', 'desk', 'by', 'at', 'ver', 'key', 'body'],
  indexes: Object.values(INDEXES).map((fields) => [...fields]),
} as unknown as RxJsonSchema<Envelope>;

export type Collections = Readonly<Record<CollectionName, RxCollection<Envelope>>>;

/** Opens (and on first use makes) the database. */
export async function openDatabase(): Promise<RxDatabase & Collections> {
  const database = await createRxDatabase({
    name: 'deskbook',
    // Measured in power cuts: `relaxed` loses acknowledged records, `strict` none.
    storage: getRxStorageDexie({ chromeTransactionDurability: 'strict' }),
    multiInstance: false,
    eventReduce: false,
  });
  await database.addCollections(Object.fromEntries(COLLECTIONS.map((name) => [name, { schema }])));
  return database as unknown as RxDatabase & Collections;
}
