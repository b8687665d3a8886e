/** Writes an Excel file off the page's thread. */
import writeExcelFile, { type Cell, type Row } from 'write-excel-file/universal';
import type { Sheet } from './export-sheet';

/** Text stays text: a leading `=` is no formula, a long number keeps its digits. */
function cell(value: string | number): Cell {
  return typeof value === 'number' ? { value, type: Number } : { value, type: String, format: '@' };
}

async function bytesOf({ name, head, columns, rows }: Sheet): Promise<Uint8Array> {
  const data: Row[] = [
    ...head.map((line): Row => [{ value: line, type: String }]),
    columns.map(({ title }): Cell => ({
      value: title,
      type: String,
      fontWeight: 'bold',
      backgroundColor: '#F4F1EA',
    })),
    ...rows.map((row): Row => row.map(cell)),
  ];
  const options = {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: head.length + 1,
  };
  const blob = await writeExcelFile(data, options).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

self.onmessage = ({ data }: MessageEvent<Sheet>): void => {
  bytesOf(data).then(
    (bytes) => self.postMessage(bytes),
    // Rethrown outside the promise, where the page's `onerror` hears it.
    (error: unknown) =>
      setTimeout(() => {
        throw error;
      }),
  );
};
