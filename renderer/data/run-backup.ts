/** A backup now, by button or once a day in the background. */
import type { BackupResult } from '@shared/backup/calls';
import { useDirectory } from './directory';
import { host } from './host';
import { useSession } from './session';

const EVERY_MS = 20 * 3_600_000;

/** Runs a backup; a second call while one runs gets the same answer. */
export function runBackup(): Promise<BackupResult> {
  const { clubName, backupDays } = useDirectory.getState().settings;
  return host.call('backup.run', clubName, useSession.getState().desk, backupDays);
}

/** Makes a backup at once where backups are set up. */
export async function runIfSetUp(): Promise<void> {
  const { folder, hasKey } = await host.call('backup.state');
  if (folder && hasKey) await runBackup();
}

/** Makes the day's backup when it is due and set up. */
export async function runIfDue(): Promise<void> {
  const { folder, hasKey, lastAt } = await host.call('backup.state');
  if (!folder || !hasKey) return;
  if (lastAt !== null && Date.now() - Date.parse(lastAt) < EVERY_MS) return;
  await runBackup();
}
