/** A file of a paper register: read and checked in its worker, compared with what is on record. */
import type { Refusal } from '@shared/core/command';
import type { PaperRecords } from '@shared/import/check';
import { customerPrint } from '@shared/import/check-customers';
import type { ImportRegister, Mapping } from '@shared/import/columns';
import { markKnown, type CheckedRow } from '@shared/import/row';
import { printsOfItem } from '@shared/lost-property/import-items';
import type { LostRecord } from '@shared/lost-property/schema';
import { printsOfVisit } from '@shared/visits/import-visits';
import type { CustomerFlag, StarterCount, Visit } from '@shared/visits/schema';
import { useDirectory } from '../../../data/directory';
import { range } from '../../../data/read';
import { contextNow } from '../../../data/session';
import type { PaperAnswer, PaperFile, PaperRequest } from './paper-worker';

export type PaperRow = CheckedRow<PaperRecords[ImportRegister]>;

/** Days of one look into the records: five years of a busy desk never stand in memory at once. */
const MONTH = 7;

/** Which of the rows' prints stand on record, and under which number. */
async function storedPrints(
  register: ImportRegister,
  rows: readonly PaperRow[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(rows.flatMap(({ prints }) => prints));
  const found = new Map<string, string>();
  const note = (prints: readonly string[], no: string): void => {
    for (const print of prints) if (wanted.has(print)) found.set(print, no);
  };
  if (register === 'customers') {
    const { records } = useDirectory.getState();
    for (const doc of records.values())
      if (doc.kind === 'customerFlag' && doc.status === 'active') {
        const { body } = doc as CustomerFlag;
        note([customerPrint(body)], body.name);
      }
    return found;
  }
  const months = new Set(rows.flatMap(({ day }) => (day === '' ? [] : [day.slice(0, MONTH)])));
  for (const month of months) {
    const [from, to] = [[`${month}-01`], [`${month}-31`]];
    if (register === 'visits') {
      for (const doc of await range<Visit | StarterCount>('visits', 'day', from, to))
        if (doc.kind === 'visit') note(printsOfVisit(doc), doc.body.no ?? '');
    } else {
      for (const doc of await range<LostRecord>('lostItems', 'day', from, to))
        if (doc.kind === 'foundItem') note(printsOfItem(doc), doc.body.no ?? '');
    }
  }
  return found;
}

/** A file that was read; `close` ends its worker. */
export class OpenPaper {
  private readonly worker = new Worker(new URL('./paper-worker.ts', import.meta.url), { type: 'module' });

  constructor(
    readonly name: string,
    readonly register: ImportRegister,
  ) {}

  private ask(request: PaperRequest): Promise<PaperAnswer> {
    return new Promise((resolve) => {
      this.worker.onmessage = ({ data }: MessageEvent<PaperAnswer>) => resolve(data);
      this.worker.onerror = () => resolve({ ok: false, fault: { code: 'importNotSheet' } });
      this.worker.postMessage(request);
    });
  }

  async read(file: Blob): Promise<PaperFile | Refusal> {
    const given = await this.ask({ ask: 'read', file, register: this.register });
    if (!given.ok) return given.fault;
    return 'file' in given ? given.file : { code: 'importNotSheet' };
  }

  /** Every row by this choice of columns. */
  async check(mapping: Mapping): Promise<readonly PaperRow[]> {
    const { staff, departments } = useDirectory.getState();
    const ground = {
      context: contextNow('check'),
      departments: new Map(departments.map(({ id, body }) => [body.name, id])),
      staff: new Map(
        staff.flatMap(({ id, body }) => [
          [body.name, id],
          [body.staffNo, id],
        ]),
      ),
      file: this.name,
    };
    const given = await this.ask({ ask: 'check', register: this.register, mapping, ground });
    if (!given.ok || !('rows' in given)) return [];
    return markKnown(given.rows, await storedPrints(this.register, given.rows));
  }

  close(): void {
    this.worker.terminate();
  }
}
