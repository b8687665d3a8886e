/** Checks a file in a worker, then writes its rows: one act for each part, so that a repeated one changes nothing. */
import { v7 } from 'uuid';
import type { CheckedRow, ImportGround } from '@shared/products/import/check-import';
import type { ImportProduct } from '@shared/products/import/imported';
import { ROWS_PER_ACT, importProducts } from '@shared/products/import-products';
import { runCommand } from '../../data/gateway';
import type { Opening, Progress, Written } from '../../ui/import/use-import';
import type { Checked, ImportRequest, Preview } from './import-worker';

/** A checked file, ready to be looked at. */
export interface CheckedFile {
  readonly name: string;
  readonly preview: Preview;
  readonly parts: readonly Part[];
}

export function checkFile(file: File, ground: Omit<ImportGround, 'newId'>): Opening<CheckedFile> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const result = new Promise<Checked>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Checked>) => resolve(data);
    worker.onerror = () => resolve({ ok: false, fault: { code: 'importNotSheet' } });
    worker.postMessage({ file, ground } satisfies ImportRequest);
  }).finally(() => worker.terminate());
  const ready = result.then((checked) =>
    checked.ok
      ? {
          ok: true as const,
          preview: { name: file.name, preview: checked.preview, parts: partsOf(checked.preview) },
        }
      : checked,
  );
  return { result: ready, close: () => worker.terminate() };
}

/** Rows in the acts that write them; the acts' ids are fixed with the preview. */
export interface Part {
  readonly actId: string;
  readonly rows: readonly ImportProduct[];
}

const isWritten = ({ outcome }: CheckedRow): boolean => outcome === 'new' || outcome === 'changed';

/** What confirming writes: new and changed rows. */
function partsOf({ rows }: Preview): readonly Part[] {
  const wanted = rows.filter(isWritten).map(({ row }) => row);
  const parts: Part[] = [];
  for (let at = 0; at < wanted.length; at += ROWS_PER_ACT)
    parts.push({ actId: v7(), rows: wanted.slice(at, at + ROWS_PER_ACT) });
  return parts;
}

/** Writes part after part until one is refused or the person stops it. */
export async function writeParts(
  parts: readonly Part[],
  { onProgress, isStopped }: Progress,
): Promise<Written> {
  let done = 0;
  for (const { actId, rows } of parts) {
    if (isStopped()) break;
    const outcome = await runCommand(importProducts, { rows }, { actId });
    if (!outcome.ok) return { done, refusal: outcome.refusals[0] ?? { code: 'failed' } };
    done += rows.length;
    onProgress(done);
  }
  return { done, refusal: null };
}
