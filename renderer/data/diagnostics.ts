/** The diagnostic file for support: what this desk is and how it stands; no personal data. */
import type { SaveResult } from '@shared/host';
import { host } from './host';
import { useSession } from './session';
import { useSync } from './sync/status';

export async function saveDiagnostics(): Promise<SaveResult> {
  const { phase, fault, lastAt, waiting, refused, desks } = useSync.getState();
  const { desk } = useSession.getState();
  const { endpoint: _, ...facts } = await host.call('app.info');
  const state = { ...facts, desk, phase, fault, lastAt, waiting, refused, desks: desks.length };
  return host.call('file.saveDiagnostics', JSON.stringify(state, null, 2));
}
