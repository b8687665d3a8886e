// Checks that this system has what the app and its tests need. As root on Debian or Ubuntu it installs
// what is missing; elsewhere it prints the one command that does. It starts no service.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { electronRuntime } from './electron-runtime.mjs';

/** Debian's packages that bring every shared library Electron loads; the rest come as their dependencies. */
const LIBRARY_PACKAGES = [
  'libasound2',
  'libatspi2.0-0',
  'libcups2',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0',
  'libnss3',
  'libxkbcommon0',
];

const SCREEN = { Xvfb: 'xvfb' };

/** Programs the tests use besides, and the package each comes from. */
const TEST_PROGRAMS = {
  pdftotext: 'poppler-utils',
  zbarimg: 'zbar-tools',
  lp: 'cups-client',
  cupsd: 'cups',
  gs: 'ghostscript',
  cc: 'gcc',
  nginx: 'nginx',
  openssl: 'openssl',
};

const FOLDERS = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/bin', '/sbin'];
/** The server's programs lie in a folder of their version. */
const hasPostgres = () => existsSync('/usr/lib/postgresql');
/** Ubuntu's goes by another name. */
const hasChromium = () => has('chromium') || has('chromium-browser');
const has = (program) => FOLDERS.some((folder) => existsSync(`${folder}/${program}`));

function missingLibraries() {
  const { stdout } = spawnSync('ldd', [electronRuntime().executablePath], { encoding: 'utf8' });
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library);
}

function missingPackages(forTests) {
  if (process.platform !== 'linux') return [];
  const hasScreen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const programs = { ...(forTests || !hasScreen ? SCREEN : {}), ...(forTests ? TEST_PROGRAMS : {}) };
  return [
    ...(missingLibraries().length > 0 ? LIBRARY_PACKAGES : []),
    ...Object.entries(programs).flatMap(([program, name]) => (has(program) ? [] : [name])),
    ...(forTests && !existsSync('/usr/lib/cups/backend/cups-pdf') ? ['printer-driver-cups-pdf'] : []),
    ...(forTests && !hasChromium() ? ['chromium'] : []),
    ...(forTests && !hasPostgres() ? ['postgresql'] : []),
  ];
}

/** Newer releases call some libraries `…t64`, since their times have 64 bits. */
function nameHere(name) {
  const renamed = `${name}t64`;
  return spawnSync('apt-cache', ['show', renamed], { stdio: 'ignore' }).status === 0 ? renamed : name;
}

function giveUp(reason, packages) {
  console.error(
    `${reason}\nOn Debian or Ubuntu:\n  sudo apt-get install --no-install-recommends ${packages.join(' ')}`,
  );
  process.exit(1);
}

/**
 * Ends the process in plain words when something is missing and cannot be installed from here.
 * @param {{forTests: boolean}} options tests need more than the app
 */
export function ensureSystem({ forTests }) {
  const packages = missingPackages(forTests);
  if (packages.length === 0) return;
  if (process.getuid?.() !== 0 || !has('apt-get'))
    giveUp(`Missing on this system: ${packages.join(', ')}.`, packages);
  console.log(`Installing what is missing: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update');
  const names = packages.map(nameHere);
  if (apt('install', '-y', '--no-install-recommends', ...names).status !== 0)
    giveUp('They could not be installed.', names);
  const still = [...missingLibraries(), ...missingPackages(forTests)];
  if (still.length > 0) giveUp(`Still missing: ${still.join(', ')}.`, names);
}
