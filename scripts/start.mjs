// npm start: builds when something changed, finds an Electron, and opens the app.
import { spawn, spawnSync } from 'node:child_process';
import { graphicsFlags, hasDisplay, sandboxFlags, virtualDisplay } from './display.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { ensureSystem } from './setup.mjs';

const own = process.argv.slice(2);
ensureSystem({ forTests: false });
const built = spawnSync('npm', ['run', '--silent', 'build', '--', '--logLevel', 'error'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (built.status !== 0) process.exit(1);

if (!hasDisplay()) {
  console.log(
    'No display here: Deskbook runs on a virtual one (Xvfb), so no window will be seen. Ctrl+C ends it.',
  );
  await virtualDisplay();
}
const flags = sandboxFlags();
if (flags.length > 0)
  console.log('Running as root: Chromium’s sandbox is switched off. Use an ordinary account at a desk.');
const runtime = electronRuntime();
if (!runtime.shipped)
  console.log('Electron’s own download is out of reach: using the stand-in runtime for development.');
const app = spawn(runtime.executablePath, [...runtime.args, ...flags, ...graphicsFlags(), ...own], {
  stdio: 'inherit',
  env: { ...process.env, ...runtime.env },
});
console.log(
  own.includes('--demo') ? 'Deskbook is starting with a throwaway demo profile…' : 'Deskbook is starting…',
);
process.on('SIGINT', () => app.kill());
process.on('SIGTERM', () => app.kill());
app.on('exit', (code) => process.exit(code ?? 0));
