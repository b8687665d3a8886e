// npm test: every project in turn, then one closing line that counts them all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureSystem } from './setup.mjs';

const PROJECTS = ['unit', 'integration', 'e2e', 'faults'];
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
const total = { passed: 0, failed: 0, skipped: 0 };
let broken = false;
for (const project of projects) {
  const report = path.join(folder, `${project}.json`);
  const begun = Date.now();
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--passWithNoTests',
    ...filters,
  ];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    result = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
  total.passed += result.numPassedTests;
  total.failed += result.numFailedTests;
  total.skipped += result.numPendingTests + result.numTodoTests;
  for (const file of result.testResults)
    for (const test of file.assertionResults)
      if (test.status !== 'passed') console.log(`${test.status}: ${project} › ${test.fullName}`);
  // A file that cannot even be loaded fails without a failed test.
  if (status !== 0) broken = true;
  console.log(
    `${project}: ${result.numPassedTests} passed, ${result.numFailedTests} failed in ${Math.round((Date.now() - begun) / 1000)} s\n`,
  );
}
rmSync(folder, { recursive: true, force: true });
if (broken && total.failed === 0) total.failed = 1;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
