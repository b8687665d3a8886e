/** Where to save a file. */
import { app, dialog, type BrowserWindow } from 'electron';
import path from 'node:path';
import { launchOptions } from './launch-options';

/** Asks by the system's dialog, or takes the test's folder. Null when the person cancelled. */
export async function askWhere(
  window: BrowserWindow,
  name: string,
  kind: string,
  extension: string,
): Promise<string | null> {
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-');
  if (launchOptions.saveTo) return path.join(launchOptions.saveTo, safe);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), safe),
    filters: [{ name: kind, extensions: [extension] }],
  });
  if (canceled || !filePath) return null;
  // Not every system's dialog adds the ending.
  return path.extname(filePath) ? filePath : `${filePath}.${extension}`;
}
