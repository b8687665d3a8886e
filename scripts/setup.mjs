// Checks that this system has what the app and its tests need. As root on Debian or Ubuntu it installs
// what is missing; elsewhere it prints the one command that does.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { electronRuntime } from './electron-runtime.mjs';

/** Debian's package of each shared library that Electron loads (names differ after the 64-bit time change). */
const LIBRARIES = {
  'libnss3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libdrm.so.2': 'libdrm2',
  'libgbm.so.1': 'libgbm1',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libasound.so.2': 'libasound2',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libcairo.so.2': 'libcairo2',
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
};

/** Programs the tests use, and the package each comes from. */
const PROGRAMS = {
  Xvfb: 'xvfb',
  pdftotext: 'poppler-utils',
  zbarimg: 'zbar-tools',
  lp: 'cups-client',
  cupsd: 'cups',
  ghostscript: 'ghostscript',
};

const has = (program) =>
  ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/bin', '/sbin'].some((folder) =>
    existsSync(`${folder}/${program}`),
  );

function missingLibraries(executable) {
  const { stdout = '' } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library);
}

function missingPackages(forTests) {
  if (process.platform !== 'linux') return [];
  const packages = missingLibraries(electronRuntime().executablePath).map(
    (library) => LIBRARIES[library] ?? library,
  );
  const programs = forTests
    ? PROGRAMS
    : process.env.DISPLAY || process.env.WAYLAND_DISPLAY
      ? {}
      : { Xvfb: 'xvfb' };
  for (const [program, name] of Object.entries(programs)) if (!has(program)) packages.push(name);
  if (forTests && !existsSync('/usr/lib/cups/backend/cups-pdf')) packages.push('printer-driver-cups-pdf');
  return [...new Set(packages)];
}

/**
 * Ends the process in plain words when something is missing and cannot be installed from here.
 * @param {{forTests: boolean}} options tests need more than the app
 */
export function ensureSystem({ forTests }) {
  const packages = missingPackages(forTests);
  if (packages.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    console.error(
      `Missing on this system: ${packages.join(', ')}.\nInstall them, on Debian or Ubuntu with:\n  sudo ${command}`,
    );
    process.exit(1);
  }
  console.log(`Installing what is missing: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update');
  if (apt('install', '-y', '--no-install-recommends', ...packages).status === 0) return;
  console.error(`Could not install them. Try by hand:\n  ${command}`);
  process.exit(1);
}
