/** Loads what a command, or a page that shows what the command will do, asks for. */
import type { Loaded, Read } from '@shared/core/command';
import { plain } from './raw-write';
import { byIds, range } from './read';

export async function loadReads(reads: readonly Read[]): Promise<Loaded> {
  const loaded = await Promise.all(
    reads.map(async (read) => {
      const docs =
        'ids' in read
          ? await byIds(read.collection, read.ids)
          : await range(read.collection, read.index, read.from, read.to);
      return [read.name, docs.map(plain)] as const;
    }),
  );
  return Object.fromEntries(loaded);
}
