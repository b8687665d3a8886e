// `pull-sqlite` (DESIGN §10): documents a second through the endpoint on SQLite, every commit synced ÷ express-pouchdb on leveldb.
import { benchPull } from './sync-lib.mjs';

await benchPull('pull-sqlite', 'sqlite');
