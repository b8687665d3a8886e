// `pull-pg` (DESIGN §10): documents a second through the endpoint on PostgreSQL, every commit synced ÷ express-pouchdb on leveldb.
import { benchPull } from './sync-lib.mjs';

await benchPull('pull-pg', 'postgres');
