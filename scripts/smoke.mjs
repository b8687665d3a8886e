// npm run smoke: starts the packaged app as a club would (on Linux out of its tar.gz) and checks that its first page
// is painted, that it prints a form, that its fuses are set, and that no other program can drive it.
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { graphicsFlags, hasDisplay, sandboxFlags, virtualDisplay } from './display.mjs';

const LIMIT_MS = 60_000;
/** Characters of names that a lesser font would lose. */
const RARE_NAMES = ['打印测试页', '𬭚', '𫖮', '䶮', '㛃'];
const OFF = 0x30;
const ON = 0x31;

const output = existsSync('dist/stand-in') ? 'dist/stand-in' : 'dist';
const made = readdirSync(output);
const folder = made.find((name) => name.endsWith('-unpacked'));
if (!folder) throw new Error('No packaged app: run npm run package first.');
const archive = made.find((name) => name.endsWith('.tar.gz'));

/** Where the app stands as whoever gets it finds it: on Linux unpacked from its archive. */
function installed() {
  if (process.platform !== 'linux') return path.resolve(output, folder);
  if (!archive) throw new Error('No archive of the packaged app was made.');
  const place = mkdtempSync(path.join(tmpdir(), 'deskbook-installed-'));
  process.on('exit', () => rmSync(place, { recursive: true, force: true }));
  const { status } = spawnSync('tar', ['-xzf', path.resolve(output, archive), '-C', place], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`${archive} cannot be unpacked.`);
  return path.join(place, readdirSync(place)[0]);
}
const executable = path.join(installed(), process.platform === 'win32' ? 'Deskbook.exe' : 'deskbook');

const fuses = await getCurrentFuseWire(executable);
const expected = [
  [FuseV1Options.RunAsNode, OFF],
  [FuseV1Options.EnableCookieEncryption, ON],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, OFF],
  [FuseV1Options.EnableNodeCliInspectArguments, OFF],
  [FuseV1Options.OnlyLoadAppFromAsar, ON],
];
const wrong = expected.filter(([fuse, state]) => fuses[fuse] !== state);
if (wrong.length > 0)
  throw new Error(`Fuses not set: ${wrong.map(([fuse]) => FuseV1Options[fuse]).join(', ')}`);

if (!hasDisplay()) await virtualDisplay();
const profile = mkdtempSync(path.join(tmpdir(), 'deskbook-smoke-'));

/** Runs the app to its end: the exit code, and what it said. */
async function run(...args) {
  const app = spawn(
    executable,
    [`--user-data-dir=${profile}`, '--smoke', ...sandboxFlags(), ...graphicsFlags(), ...args],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const limit = setTimeout(() => app.kill(), LIMIT_MS);
  let said = '';
  app.stdout.on('data', (data) => (said += data));
  const code = await new Promise((resolve) => app.on('exit', resolve));
  clearTimeout(limit);
  return { code, said };
}

const driven = await run('--remote-debugging-port=0');
if (driven.code !== 1 || driven.said.includes('"smoke"')) {
  console.error(`The packaged app started with a debugging port (exit ${driven.code}).`);
  process.exit(1);
}
const { code, said } = await run();
const { stdout: printed } = spawnSync('pdftotext', [path.join(profile, 'smoke.pdf'), '-'], {
  encoding: 'utf8',
});
rmSync(profile, { recursive: true, force: true });
const line = said.split('\n').find((text) => text.startsWith('{"smoke"'));
const report = line ? JSON.parse(line) : null;
if (code !== 0 || report?.heading !== '欢迎使用前台台账') {
  console.error(`The packaged app did not show its first page (exit ${code}): ${said}`);
  process.exit(1);
}
if (report.printed.pages !== 1 || !RARE_NAMES.every((character) => printed.includes(character))) {
  console.error(`The packaged app did not print its test page: ${JSON.stringify(report)} ${printed}`);
  process.exit(1);
}
const from = archive ? ` out of ${archive}` : '';
console.log(
  `Packaged app ${report.version}${from} starts, shows “${report.heading}”, prints, and has its fuses set.`,
);
