/** Print jobs of the shell; the engine lands with the printing work. */
import type { BrowserWindow } from 'electron';
import type { HostCalls } from '../../shared/host';
import type { Log } from '../log';

type Call<C extends keyof HostCalls> = (...args: Parameters<HostCalls[C]>) => ReturnType<HostCalls[C]> | Promise<ReturnType<HostCalls[C]>>;

/** The print.* calls of shared/host.ts. */
export interface PrintService {
  readonly printers: Call<'print.printers'>;
  readonly render: Call<'print.render'>;
  readonly cancel: Call<'print.cancel'>;
  readonly pdf: Call<'print.pdf'>;
  readonly print: Call<'print.print'>;
  readonly save: Call<'print.save'>;
  readonly discard: Call<'print.discard'>;
}

/** The service of one profile. */
export function printService(_parts: {
  readonly profile: string;
  readonly log: Log;
  readonly window: () => BrowserWindow;
}): PrintService {
  return {
    printers: () => [],
    render: () => ({ ok: false, code: 'failed' }),
    cancel: () => undefined,
    pdf: () => new Uint8Array(),
    print: () => ({ ok: false, code: 'failed', detail: '' }),
    save: () => false,
    discard: () => undefined,
  };
}
