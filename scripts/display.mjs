// A screen for the app: the one there is, or a virtual one (Xvfb) that ends with this process.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** True when windows can be shown without help. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Starts Xvfb on a free display number and sets DISPLAY for this process and its children.
 * @returns a function that ends it.
 */
export async function virtualDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    server.on('error', () => reject(new Error('Xvfb is missing: there is no screen and no virtual one.')));
    server.on('exit', () => reject(new Error('Xvfb ended before it gave a display.')));
    server.stdio[3].once('data', (data) => resolve(String(data).trim()));
  });
  server.stdio[3].unref();
  // The screen must not keep a finished script alive.
  server.unref();
  process.env.DISPLAY = `:${number}`;
  const end = () => {
    if (server.exitCode === null) server.kill();
  };
  process.on('exit', end);
  return end;
}

/** Chromium refuses its sandbox to root; only then is it switched off. */
export const sandboxFlags = () =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Software rendering where there is no graphics card to talk to. */
export const graphicsFlags = () => (existsSync('/dev/dri') ? [] : ['--disable-gpu']);
