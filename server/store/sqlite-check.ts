/** Whether a SQLite database file can be trusted: its pages by SQLite, its documents by their digests. */
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { digestOf } from '../../shared/sync/canonical';

const SQLITE_NOTADB = 26;

/**
 * What is wrong with a database file, in words that follow its name, or null. `quick` leaves out whether indexes
 * agree with their tables, and allows a database whose tables were not made yet.
 */
export function faultOf(file: string, { quick }: { readonly quick: boolean }): string | null {
  // SQLite takes an empty file for a new database: a club's records would seem never to have been.
  if (statSync(file).size === 0) return 'is empty';
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const [pages] = db.prepare(quick ? 'PRAGMA quick_check' : 'PRAGMA integrity_check').all();
    if (Object.values(pages ?? {})[0] !== 'ok') return 'is damaged';
    if (!db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'docs'").get())
      return quick ? null : 'is no database of an endpoint';
    // SQLite has no checksums: a page that was lost in the middle of a long text looks whole to it.
    for (const { text, digest } of db.prepare('SELECT text, digest FROM docs').iterate())
      if (digestOf(String(text)) !== digest) return 'is damaged';
    return null;
  } catch (error) {
    return (error as { readonly errcode?: number }).errcode === SQLITE_NOTADB
      ? 'is no database'
      : 'is damaged';
  } finally {
    db.close();
  }
}
