// `push-sqlite` (DESIGN §10): documents a second through the endpoint on SQLite, every commit synced ÷ express-pouchdb on leveldb.
import { benchPush } from './sync-lib.mjs';

await benchPush('push-sqlite', 'sqlite');
