/** The shell as the page sees it (shared/host.ts). */
import type { Host } from '@shared/host';

declare global {
  interface Window {
    readonly host: Host;
  }
}

export const host: Host = window.host;
