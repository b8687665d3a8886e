// npm run faults: the standing drill. Every fault test with many rounds; what they measured becomes docs/faults.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

const TABLE = 'docs/faults.md';
const rounds = process.env.DESKBOOK_ROUNDS ?? '20';
const filters = process.argv.slice(2);
const folder = mkdtempSync(path.join(os.tmpdir(), 'deskbook-faults-'));

const { status } = spawnSync(process.execPath, ['scripts/test.mjs', 'faults', ...filters], {
  stdio: 'inherit',
  env: {
    ...process.env,
    DESKBOOK_ROUNDS: rounds,
    DESKBOOK_FUZZ: process.env.DESKBOOK_FUZZ ?? '100000',
    DESKBOOK_FAULTS: folder,
  },
});

// A file that was run twice tells the same test twice; its last word counts.
const rows = new Map();
for (const name of readdirSync(folder).sort())
  for (const line of readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean)) {
    const row = JSON.parse(line);
    rows.set(`${row.fault} ${row.test}`, row);
  }
rmSync(folder, { recursive: true, force: true });

const list = JSON.parse(readFileSync('test/faults/list.json', 'utf8'));
const told = list.map((entry) => ({
  ...entry,
  rows: [...rows.values()].filter(({ fault }) => fault === entry.id),
}));
const without = told.filter((entry) => entry.rows.length === 0);

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0).toLocaleString('en');
const cell = (text) => text.replaceAll('|', '\\|');

/** What was read on the page, each wording once. */
function seenIn(found) {
  const seen = [...new Set(found.flatMap(({ seen }) => seen ?? []))];
  if (seen.length > 0) return seen.map((words) => `“${cell(words)}”`).join('<br>');
  return found.every(({ seen }) => seen === null) ? '(tested without a page)' : 'nothing: work goes on';
}

const section = (area) => {
  const lines = told
    .filter((entry) => entry.area === area && entry.rows.length > 0)
    .map(
      (entry) =>
        `| ${cell(entry.fault)} | ${seenIn(entry.rows)} | ${sum(entry.rows.map((row) => row.acknowledged))} | ${sum(entry.rows.map((row) => row.missing))} |`,
    );
  if (lines.length === 0) return '';
  return [
    `## ${area}`,
    '',
    '| Fault | What the clerk sees | Acknowledged | Lost |',
    '| --- | --- | --: | --: |',
    ...lines,
    '',
  ].join('\n');
};

if (filters.length === 0) {
  const day = new Date().toISOString().slice(0, 10);
  const text = `# Faults

Made by \`npm run faults\` on ${day}, ${rounds} rounds, ${os.availableParallelism()} cores, ${os.platform()}: real processes, real disks. A row stands here
only when its test passed in that run. _Acknowledged_ counts the records (on the endpoint: documents) that were said to be saved
before, during and after the fault; _lost_ those of them that are not there afterwards. What the clerk sees is quoted from the page.

${[...new Set(list.map(({ area }) => area))].map(section).join('\n')}`;
  writeFileSync(TABLE, await format(text, { ...(await resolveConfig(TABLE)), parser: 'markdown' }));
  console.log(`${told.length - without.length} of ${told.length} faults stand in ${TABLE}.`);
  for (const { id, fault } of without) console.log(`not shown: ${id}: ${fault}`);
}
process.exit(status !== 0 || (filters.length === 0 && without.length > 0) ? 1 : 0);
