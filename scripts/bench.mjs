// npm run bench [name ...] [-- --report] [-- --years=1,2,5,10]: runs benches one after the other; each prints JSON lines.
// With --report they become out/bench/report.md with plots; with --years the growing ones run at each size.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { GROWING, HOLDS, writeReport } from './bench-report.mjs';
import { virtualDisplay } from './display.mjs';
import { ensureSystem } from './setup.mjs';

const all = readdirSync('test/bench')
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''));
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = [
  ...named.filter((name) => !all.includes(name)),
  ...options.filter((option) => !/^--(?:report|years=[\d.]+(?:,[\d.]+)*)$/.test(option)),
];
if (unknown.length > 0) {
  console.error(`No such bench or option: ${unknown.join(', ')}. There are: ${all.join(', ')}`);
  process.exit(1);
}
const years = options
  .find((option) => option.startsWith('--years='))
  ?.slice('--years='.length)
  .split(',');
const wanted = named.length > 0 ? named : years ? GROWING : all;
ensureSystem({ forTests: true });
if (process.platform === 'linux') await virtualDisplay();
if (spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
  process.exit(1);

const lines = [];
const broken = [];
for (const size of years ?? [null]) {
  const env = { ...process.env, ...(size ? { DESKBOOK_BENCH_YEARS: size } : {}) };
  // Making ten years takes longer than any bench may.
  if (spawnSync(process.execPath, ['test/bench/club.mjs'], { stdio: 'inherit', env }).status !== 0)
    process.exit(1);
  for (const name of wanted) {
    const { status, stdout } = spawnSync(process.execPath, [`test/bench/${name}.bench.mjs`], {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
      env,
      timeout: 1_800_000,
    });
    process.stdout.write(stdout);
    if (status !== 0) broken.push(size ? `${name} at ${size} years` : name);
    for (const line of stdout.split('\n').filter((text) => text.startsWith('{"bench"')))
      lines.push({ ...JSON.parse(line), years: Number(size ?? 5) });
  }
}

const missed = lines.filter((line) => line.years === 5 && HOLDS[line.bench]?.holds(line) === false);
if (options.includes('--report')) writeReport(lines, { growth: Boolean(years) });
if (broken.length > 0) console.error(`Ended with an error: ${broken.join(', ')}`);
for (const { bench, value, unit, ratio } of missed)
  console.error(`Missed: ${bench} is ${ratio ?? `${value} ${unit}`}, to hold ${HOLDS[bench].text}`);
process.exit(broken.length > 0 || missed.length > 0 ? 1 : 0);
