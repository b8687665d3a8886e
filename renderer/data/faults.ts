/** What nobody caught goes to the shell's log, without personal data. */
import { host } from './host';

function log(where: string, fault: unknown): void {
  const { message, stack = '' } = fault instanceof Error ? fault : new Error(String(fault));
  void host.call('log.fault', where, message.slice(0, 2_000), stack.slice(0, 20_000));
}

/** Once, before anything is drawn. */
export function logFaults(): void {
  window.addEventListener('error', ({ error, message }) => log('error', error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => log('rejection', reason));
}
