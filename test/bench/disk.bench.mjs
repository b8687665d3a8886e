// `disk`: what the club of many years takes on a desk's disk, by part. No target; a figure of growth.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { clubProfile, report } from './lib.mjs';

const profile = await clubProfile();
const files = readdirSync(profile, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name));
const megabytes = (within) =>
  files
    .filter((file) => path.relative(profile, file).split(path.sep).some(within))
    .reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
report(
  'disk',
  megabytes(() => true),
  'MB',
  null,
);
report(
  'disk.database',
  megabytes((part) => part === 'IndexedDB'),
  'MB',
  null,
);
report(
  'disk.journal',
  megabytes((part) => part === 'journal'),
  'MB',
  null,
);
report(
  'disk.photos',
  megabytes((part) => part === 'blobs'),
  'MB',
  null,
);
