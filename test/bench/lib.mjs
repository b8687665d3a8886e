// What the benches share: the club of many years, the app and a blank window under the same flags, and the line
// each of them prints.
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import { graphicsFlags, sandboxFlags } from '../../scripts/display.mjs';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const runtime = electronRuntime();

/** The bench day: the five years end the day before it. */
export const NOW = '2026-11-21T02:40:00.000Z';
const FIRST_OF_MONTH = '2026-10-22';
/** Five by DESIGN; `npm run bench -- --years=1,2,5,10` asks how the figures grow, CI whether they run, on half a year. */
export const YEARS = Number(process.env.DESKBOOK_BENCH_YEARS ?? 5);
const YEARS_DAYS = Math.round(365 * YEARS);
const PER_DAY = 200;
/** Answered enquiries: 60,225 tickets over five years. */
const TICKETS_PER_DAY = 33;
/** Found things, each with a photo. */
export const LOST = 1_000 * YEARS;
/** The shop's ledger over the years: 150,000 entries with 500,000 stock rows in five. */
export const ENTRIES = 30_000 * YEARS;
const STOCK_ROWS = 100_000 * YEARS;
/** Visits the club has at least. */
export const VISITS = YEARS_DAYS * PER_DAY;

/** Prints a bench's line; ratio is value ÷ baseline. */
export function report(bench, value, unit, baseline) {
  const round = (number) => Math.round(number * 100) / 100;
  const ratio = baseline === null ? null : round(value / baseline);
  console.log(
    JSON.stringify({
      bench,
      value: round(value),
      unit,
      baseline: baseline === null ? null : round(baseline),
      ratio,
    }),
  );
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (values) => percentile(values, 0.5);

/** A folder of the bench's own, removed at the end of the process. */
export function ownFolder(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `deskbook-${name}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An app that opens one empty window, the baseline of start and memory. */
export function blankApp() {
  const folder = ownFolder('blank');
  mkdirSync(path.join(folder, 'out/main'), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"name":"blank","main":"out/main/index.js"}');
  writeFileSync(path.join(folder, 'out/main/blank.html'), '<!doctype html><title>blank</title><p>blank</p>');
  writeFileSync(
    path.join(folder, 'out/main/index.js'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true } });
  window.loadFile(require('node:path').join(__dirname, 'blank.html'));
});
app.on('window-all-closed', () => app.quit());
`,
  );
  return folder;
}

/**
 * Starts an app as a person's click would, without a driver holding it up, and looks in afterwards through
 * its debugging port.
 * @returns the instant of the start (epoch ms), `evaluate(expression)`, `close`, pid
 */
export async function startApp(profile, { app = root, args = [] } = {}) {
  const startedAt = Date.now();
  const all = [
    ...(runtime.shipped ? [app] : runtime.args),
    ...sandboxFlags(),
    ...graphicsFlags(),
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    ...args,
  ];
  const child = spawn(runtime.executablePath, all, {
    env: { ...process.env, ...runtime.env, DESKBOOK_APP: app },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const port = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
      const match = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said);
      if (match) resolve(match[1]);
    });
    child.on('exit', () => reject(new Error(`the app ended: ${said}`)));
  });
  const evaluateOnce = async (expression) => {
    const targets = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
    const target = targets.find(({ type }) => type === 'page');
    if (!target) return null;
    const socket = new WebSocket(target.webSocketDebuggerUrl);
    await new Promise((resolve) => (socket.onopen = resolve));
    const answered = new Promise((resolve) => (socket.onmessage = ({ data }) => resolve(JSON.parse(data))));
    socket.send(
      JSON.stringify({
        id: 1,
        method: 'Runtime.evaluate',
        params: { expression, awaitPromise: true, returnByValue: true },
      }),
    );
    const answer = await answered;
    socket.close();
    return answer.result ?? null;
  };
  const evaluate = async (expression) => {
    for (;;) {
      // The first document of a window gives way to the page while it loads; then the question is put again.
      const result = await evaluateOnce(expression);
      if (result?.exceptionDetails) throw new Error(JSON.stringify(result.exceptionDetails));
      if (result) return result.result.value;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const close = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
  };
  return { startedAt, evaluate, close, pid: child.pid };
}

/** Starts the app under a driver. */
export async function drive(profile, args) {
  const app = await _electron.launch({
    executablePath: runtime.executablePath,
    args: [
      ...runtime.args,
      ...sandboxFlags(),
      ...graphicsFlags(),
      `--user-data-dir=${profile}`,
      `--clock=${NOW}`,
      ...args,
    ],
    env: { ...process.env, ...runtime.env },
  });
  const page = await app.firstWindow();
  // Making the five years takes minutes; a page that hangs must not hold the bench up for ever.
  page.setDefaultTimeout(60_000);
  return { page, pid: app.process().pid, close: () => app.close() };
}

/** Starts the app on a profile with somebody signed in and the test hook ready. */
export async function startSignedIn(profile, staffNo = '9001', args = []) {
  const app = await drive(profile, [`--sign-in-as=${staffNo}`, ...args]);
  await app.page.waitForFunction(
    () => window.deskbookTest !== undefined && performance.getEntriesByName('today.ready').length > 0,
    undefined,
    // A start after a restore replays five years first.
    { timeout: 900_000 },
  );
  return app;
}

async function buildTemplate(target) {
  const work = `${target}.part`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  console.error(`Making the club of ${YEARS} years once (one to four minutes a year)…`);
  const first = await drive(work, []);
  const { page } = first;
  await page.getByRole('button', { name: '用演示数据试用' }).click();
  await page.locator('input[name=staffNo]').waitFor({ timeout: 120_000 });
  await page.waitForTimeout(2_000);
  await first.close();
  const { page: filled, close } = await startSignedIn(work);
  await filled.evaluate(
    ([until, days, perDay]) => window.deskbookTest.fillYears(until, days, perDay),
    [FIRST_OF_MONTH, YEARS_DAYS, PER_DAY],
  );
  await filled.evaluate(
    ([until, days, perDay]) => window.deskbookTest.fillTickets(until, days, perDay),
    [FIRST_OF_MONTH, YEARS_DAYS, TICKETS_PER_DAY],
  );
  await filled.evaluate(
    ([until, count]) => window.deskbookTest.fillLost(until, count),
    [FIRST_OF_MONTH, LOST],
  );
  await filled.evaluate(() => window.deskbookTest.reopenMonths());
  await filled.evaluate(
    ([until, days, entries, rows]) => window.deskbookTest.fillLedger(until, days, entries, rows),
    [FIRST_OF_MONTH, YEARS_DAYS, ENTRIES, STOCK_ROWS],
  );
  await close();
  // What was filled in stands in the database alone: the app that filled it does not know of it.
  const later = await startSignedIn(work);
  console.error('Building its search index…');
  await later.page.evaluate(() => window.deskbookTest.search('zw'));
  // Its monthly closings, kept as they are after any visit of the month's page.
  await later.page.evaluate((month) => window.deskbookTest.monthReport(month), NOW.slice(0, 7));
  await later.page.waitForTimeout(20_000);
  await later.close();
  renameSync(work, target);
}

/** The profile of a club of `YEARS` years, which is made once and kept. */
export async function clubTemplate() {
  const template = path.join(root, `node_modules/.cache/deskbook-club-6-years-${YEARS}`);
  if (!existsSync(template)) {
    mkdirSync(path.dirname(template), { recursive: true });
    await buildTemplate(template);
  }
  return template;
}

/** A copy of it. */
export async function clubProfile() {
  const template = await clubTemplate();
  const copy = path.join(ownFolder('club'), 'profile');
  cpSync(template, copy, { recursive: true });
  // The page cache must not be colder for one of the two sides.
  spawnSync('sh', ['-c', `find "${copy}" -type f -exec cat {} + > /dev/null`]);
  return copy;
}

/** Proportional memory of a process and all its children, bytes. */
export function memoryOf(pid) {
  const children = new Map();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const parent = Number(/^\d+ \(.*\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // The process ended while we looked.
    }
  }
  const family = [pid];
  for (let index = 0; index < family.length; index += 1) family.push(...(children.get(family[index]) ?? []));
  let bytes = 0;
  for (const member of family) {
    try {
      bytes +=
        Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${member}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
    } catch {
      // As above.
    }
  }
  return bytes;
}
