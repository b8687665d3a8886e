/** The bridge: the page gets `window.host` (shared/host.ts) and nothing else of Electron. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { HOST_EVENTS } from '../shared/host';

const host = {
  call: (channel: string, ...args: unknown[]): Promise<unknown> => ipcRenderer.invoke(channel, ...args),
  on: (event: string, listener: (...args: unknown[]) => void): (() => void) => {
    if (!(HOST_EVENTS as readonly string[]).includes(event)) throw new Error(`no such event: ${event}`);
    const relay = (_event: IpcRendererEvent, ...args: unknown[]): void => listener(...args);
    ipcRenderer.on(event, relay);
    return () => void ipcRenderer.removeListener(event, relay);
  },
};

contextBridge.exposeInMainWorld('host', host);
