/** Writes the rows of a paper register part after part, each part one act; and takes a whole import back. */
import { v7 } from 'uuid';
import { recordAudit, type AuditEvent } from '@shared/audit/record-audit';
import type { Command, Witness } from '@shared/core/command';
import type { Envelope } from '@shared/core/envelope';
import { IMPORT_LIMITS, type ImportMark } from '@shared/core/imported';
import type { ImportRegister } from '@shared/import/columns';
import { importItems, type ImportedItem } from '@shared/lost-property/import-items';
import { voidLost } from '@shared/lost-property/void';
import { importVisits, type ImportedVisit } from '@shared/visits/import-visits';
import { markCustomer, type MarkCustomer } from '@shared/visits/mark-customer';
import { voidVisit } from '@shared/visits/void';
import { runCommand, type Outcome } from '../../../data/gateway';
import { range } from '../../../data/read';
import { today } from '../../../data/session';
import type { Progress, Written } from '../../../ui/import/use-import';
import type { PaperRow } from './paper-file';

/** Rows of one act: its line in the journal stays small, the page stays awake between two. */
const ROWS_PER_ACT = 100;

/** Subject of the audit's entries, by register. */
const SUBJECT = (register: ImportRegister): string => `import.${register}`;

/** In order of their days, so that numbers run with the time and an act looks at few days. */
function inOrder(rows: readonly PaperRow[]): readonly PaperRow[] {
  return rows
    .filter(({ record, verdict }) => record !== null && verdict !== 'known')
    .sort((a, b) => a.day.localeCompare(b.day) || a.line - b.line);
}

async function writeRegister<R, I>(
  command: Command<I>,
  records: readonly R[],
  inputOf: (rows: readonly R[]) => I,
  perAct: number,
  { onProgress, isStopped }: Progress,
): Promise<Written> {
  let done = 0;
  for (let at = 0; at < records.length && !isStopped(); at += perAct) {
    const rows = records.slice(at, at + perAct);
    const outcome = await runCommand(command, inputOf(rows));
    if (!outcome.ok) return { done, refusal: outcome.refusals[0] ?? { code: 'failed' } };
    done += rows.length;
    onProgress(done);
  }
  return { done, refusal: null };
}

/** The import stands in the audit before its first row is written: what comes after a power cut still knows its file. */
export async function writePaper(
  register: ImportRegister,
  file: { readonly name: string; readonly digest: string },
  rows: readonly PaperRow[],
  progress: Progress,
): Promise<Written> {
  const wanted = inOrder(rows);
  const batch = v7();
  const name = [...file.name].slice(0, IMPORT_LIMITS.file).join('');
  const days = wanted.map(({ day }) => day);
  const noted = await runCommand(
    recordAudit,
    {
      what: 'import',
      subject: SUBJECT(register),
      detail: {
        file: name,
        digest: file.digest,
        rows: wanted.length,
        from: days[0] ?? '',
        to: days.at(-1) ?? '',
      },
    },
    { actId: batch },
  );
  if (!noted.ok) return { done: 0, refusal: noted.refusals[0] ?? { code: 'failed' } };
  const records = wanted.map(({ record }) => record);
  switch (register) {
    case 'visits':
      return writeRegister(
        importVisits,
        records as readonly ImportedVisit[],
        (part) => ({ batch, file: name, rows: part }),
        ROWS_PER_ACT,
        progress,
      );
    case 'lostItems':
      return writeRegister(
        importItems,
        records as readonly ImportedItem[],
        (part) => ({ batch, file: name, rows: part }),
        ROWS_PER_ACT,
        progress,
      );
    case 'customers':
      return writeRegister(
        markCustomer,
        records as readonly MarkCustomer[],
        ([one]) => one as MarkCustomer,
        1,
        progress,
      );
  }
}

/** One import as the audit keeps it. */
export interface PastImport {
  readonly batch: string;
  readonly register: ImportRegister;
  readonly file: string;
  readonly rows: number;
  readonly by: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly digest: string;
}

function pastOf({ id, by, at, body }: AuditEvent): PastImport {
  const { file = '', rows = 0, from = '', to = '', digest = '' } = body.detail;
  return {
    batch: id,
    register: body.subject.slice('import.'.length) as ImportRegister,
    file: String(file),
    rows: Number(rows),
    by,
    at,
    from: String(from),
    to: String(to),
    digest: String(digest),
  };
}

/** Imports into a register from a day on, the newest first. */
export async function pastImports(register: ImportRegister, since: string): Promise<readonly PastImport[]> {
  const subject = SUBJECT(register);
  const events = await range<AuditEvent>('auditEvents', 'key', [subject, since], [subject, '9999']);
  return events.map(pastOf).sort((a, b) => b.at.localeCompare(a.at));
}

/** Imports that can still be taken back: those of today. */
export const importsOfToday = (register: ImportRegister): Promise<readonly PastImport[]> =>
  pastImports(register, today());

type Marked = Envelope<string, string, Envelope['body'] & { readonly imported?: ImportMark }>;

export interface Undone {
  readonly voided: number;
  /** Records that stay, by the code of the reason. */
  readonly left: ReadonlyMap<string, number>;
}

/** Voids every record of an import by the registers' own rules. */
export async function undoImport(
  { batch, register, from, to }: PastImport,
  reason: string,
  witnesses: readonly Witness[],
  onProgress: (done: number, total: number) => void,
): Promise<Undone> {
  const collection = register === 'visits' ? 'visits' : 'lostItems';
  const docs = (await range<Marked>(collection, 'day', [from], [to])).filter(
    ({ status, body }) => status !== 'void' && body.imported?.batch === batch,
  );
  const left = new Map<string, number>();
  let voided = 0;
  for (const { id } of docs) {
    const input = { id, reason };
    const outcome: Outcome =
      register === 'visits'
        ? await runCommand(voidVisit, input, { witnesses })
        : await runCommand(voidLost, input, { witnesses });
    const code = outcome.ok ? null : (outcome.refusals[0]?.code ?? 'failed');
    if (code === null) voided += 1;
    else left.set(code, (left.get(code) ?? 0) + 1);
    onProgress(voided + [...left.values()].reduce((sum, count) => sum + count, 0), docs.length);
  }
  return { voided, left };
}
