// `push-pg` (DESIGN §10): documents a second through the endpoint on PostgreSQL, every commit synced ÷ express-pouchdb on leveldb.
import { benchPush } from './sync-lib.mjs';

await benchPush('push-pg', 'postgres');
