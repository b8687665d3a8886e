// npm run bench [name ...]: runs benches one after the other; each prints one JSON line.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { virtualDisplay } from './display.mjs';
import { ensureSystem } from './setup.mjs';

const all = readdirSync('test/bench')
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${all.join(', ')}`);
  process.exit(1);
}
ensureSystem({ forTests: true });
if (process.platform === 'linux') await virtualDisplay();
if (spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
  process.exit(1);
let failed = false;
for (const name of wanted.length > 0 ? wanted : all) {
  const { status } = spawnSync(process.execPath, [`test/bench/${name}.bench.mjs`], {
    stdio: 'inherit',
    timeout: 900_000,
  });
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
