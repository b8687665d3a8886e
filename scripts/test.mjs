// npm test: every project in turn, then what did not pass, then one closing line that counts them all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureSystem } from './setup.mjs';

const PROJECTS = ['unit', 'integration', 'e2e', 'faults'];
/** Only these meet windows, servers and printers that a busy machine can hold up. */
const RUN_TWICE = ['integration', 'e2e', 'faults'];
/** More failed files than these are no chance: they are not run again. */
const AGAIN_AT_MOST = 3;
const LINES_TOLD = 12;

const wanted = process.argv.slice(2).filter((name) => PROJECTS.includes(name));
const filters = process.argv.slice(2).filter((name) => !PROJECTS.includes(name));
const projects = wanted.length > 0 ? wanted : PROJECTS;
const needsApp = projects.some((name) => name !== 'unit');

if (needsApp) ensureSystem({ forTests: true });
const build = spawnSync('npm', ['run', '--silent', needsApp ? 'build' : 'generate'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
if (build.status !== 0) {
  console.error('The build failed; no test was run.');
  process.exit(1);
}

const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-test-'));

/** Runs a project's files; `[]` when the runner left no report. */
function run(project, files) {
  const report = path.join(folder, `${project}.json`);
  rmSync(report, { force: true });
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--passWithNoTests',
    ...files,
  ];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  try {
    return { ok: status === 0, files: JSON.parse(readFileSync(report, 'utf8')).testResults };
  } catch {
    return { ok: false, files: [] };
  }
}

const told = (messages) =>
  messages
    .flatMap((message) => stripVTControlCharacters(message).split('\n').slice(0, LINES_TOLD))
    .map((line) => `\n    ${line}`)
    .join('');

/** What a file has that did not pass, as lines. */
function remarksOf(project, { name, status, message, assertionResults }) {
  const where = `${project} ${path.relative('.', name)}`;
  const odd = assertionResults.filter((test) => test.status !== 'passed');
  // A file that cannot even be loaded fails without a failed test.
  if (status === 'failed' && odd.length === 0) return [`failed: ${where}${told([message])}`];
  return odd.map((test) => `${test.status}: ${where} › ${test.fullName}${told(test.failureMessages)}`);
}

const remarks = [];
const total = { passed: 0, failed: 0, skipped: 0 };
let broken = false;
for (const project of projects) {
  const begun = Date.now();
  const first = run(project, filters);
  let { ok } = first;
  const results = new Map(first.files.map((file) => [file.name, file]));
  const failed = first.files.filter(({ status }) => status === 'failed');
  if (RUN_TWICE.includes(project) && failed.length > 0 && failed.length <= AGAIN_AT_MOST) {
    console.log(`Once more, alone: ${failed.map(({ name }) => path.relative('.', name)).join(', ')}`);
    const second = run(
      project,
      failed.map(({ name }) => name),
    );
    ok = second.ok;
    for (const file of second.files) {
      // What passes only the second time is no failure, but it is said: a race may stand behind it.
      if (file.status === 'passed')
        for (const remark of remarksOf(project, results.get(file.name)))
          remarks.push(`unsteady, ${remark.replace(/^failed/, 'failed at first')}`);
      results.set(file.name, file);
    }
  }
  const count = (...states) =>
    [...results.values()]
      .flatMap((file) => file.assertionResults)
      .filter(({ status }) => states.includes(status)).length;
  total.passed += count('passed');
  total.failed += count('failed');
  total.skipped += count('skipped', 'pending', 'todo', 'disabled');
  for (const file of results.values()) remarks.push(...remarksOf(project, file));
  if (!ok) broken = true;
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(`${project}: ${count('passed')} passed, ${count('failed')} failed in ${seconds} s\n`);
}
rmSync(folder, { recursive: true, force: true });
// Told at the end, for of a long output often only the end is read.
for (const remark of remarks) console.log(remark);
if (broken && total.failed === 0) total.failed = 1;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
