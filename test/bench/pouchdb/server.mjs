// express-pouchdb on leveldb, as its manual starts it, listening on the loopback; prints its address.
// `node server.mjs FOLDER`
import { createServer } from 'node:http';
import path from 'node:path';
import expressPouchDb from 'express-pouchdb';
import PouchDB from 'pouchdb-node';

const folder = process.argv[2];
const handler = expressPouchDb(PouchDB.defaults({ prefix: path.join(folder, path.sep) }), {
  inMemoryConfig: true,
  mode: 'minimumForPouchDB',
});
const server = createServer(handler);
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
