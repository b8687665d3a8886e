/**
 * The only file that touches ipcMain: every channel of shared/host.ts with its argument check and its
 * handler. A call from another page or frame, or with wrong arguments, is refused and logged.
 */
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { HostCalls, HostEvents } from '../shared/host';
import { fits } from './ipc-checks';
import type { Log } from './log';
import { ORIGIN } from './protocol';

type Handler<C extends keyof HostCalls> = (
  ...args: Parameters<HostCalls[C]>
) => ReturnType<HostCalls[C]> | Promise<ReturnType<HostCalls[C]>>;

/** One channel: a check per argument, and what to do. */
export interface Channel<C extends keyof HostCalls> {
  readonly args: readonly ((value: unknown) => boolean)[];
  readonly run: Handler<C>;
}

export type Channels = { readonly [C in keyof HostCalls]: Channel<C> };

function fromOurPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return (
    event.sender === window.webContents &&
    frame !== null &&
    frame === window.webContents.mainFrame &&
    frame.url.startsWith(`${ORIGIN}/`)
  );
}

/** Registers every channel for the one window. */
export function handleCalls(window: () => BrowserWindow, channels: Channels, log: Log): void {
  for (const [name, channel] of Object.entries(channels) as [keyof HostCalls, Channel<keyof HostCalls>][]) {
    ipcMain.handle(name, async (event, ...args: unknown[]) => {
      if (!fromOurPage(event, window()) || !fits(channel.args, args)) {
        log.write('ipc.refused', { channel: name });
        throw new Error(`refused: ${name}`);
      }
      try {
        return await (channel.run as (...given: unknown[]) => unknown)(...args);
      } catch (error) {
        const { message, stack = '' } = error as Error;
        log.write('ipc.failed', { channel: name, message, stack });
        throw error;
      }
    });
  }
}

/** Sends an event to the page, when there is one. */
export function emit<E extends keyof HostEvents>(
  window: BrowserWindow,
  event: E,
  ...args: Parameters<HostEvents[E]>
): void {
  if (!window.isDestroyed()) window.webContents.send(event, ...args);
}
