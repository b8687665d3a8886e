/** Faults of the page go to the shell's log; messages and stacks name code, never a person. */
import { host } from './host';

/** Notes a fault where it was caught. */
export function logFault(where: string, fault: unknown): void {
  const { message, stack = '' } = fault instanceof Error ? fault : new Error(String(fault));
  void host.call('log.fault', where, message.slice(0, 2_000), stack.slice(0, 20_000));
}

/** Notes what nobody caught. Once, before anything is drawn. */
export function logFaults(): void {
  window.addEventListener('error', ({ error, message }) => logFault('error', error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => logFault('rejection', reason));
}
