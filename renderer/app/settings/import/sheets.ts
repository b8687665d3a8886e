/** The sample sheet of a register, and the rows that were not taken with their reasons. */
import { COLUMNS, type ImportRegister } from '@shared/import/columns';
import { SAMPLES } from '@shared/import/samples';
import { exportSheet, type ExportRequest } from '../../../data/export-sheet';
import { today } from '../../../data/session';
import { refusalText, t } from '../../../ui/i18n';
import { toast } from '../../../ui/toast';
import type { PaperRow } from './paper-file';
import { reasonsOf } from './reasons';

async function save(request: ExportRequest, done: string): Promise<void> {
  const { saved, refusals } = await exportSheet(request);
  if (saved) toast(done);
  for (const { code, params } of refusals) toast(refusalText(code, params), { level: 'error' });
}

/** The sample sheet: its headings are the register's own. */
export function saveSample(register: ImportRegister): Promise<void> {
  const name = t(`imports.register.${register}`);
  return save(
    {
      register: `sample.${register}`,
      fileName: `${t('imports.sampleName', { register: name })}.xlsx`,
      detail: {},
      sheet: {
        name,
        head: [t('imports.sampleHead', { register: name }), t('imports.sampleHead2')],
        columns: COLUMNS[register],
        rows: SAMPLES[register],
      },
    },
    t('imports.sampleSaved'),
  );
}

/** The refused rows as they were typed, the reason in a column of its own: mended, the file can be imported as it is. */
export function saveRefused(register: ImportRegister, rows: readonly PaperRow[]): Promise<void> {
  const refused = rows.filter(({ verdict }) => verdict === 'refused');
  const name = t(`imports.register.${register}`);
  return save(
    {
      register: `import.${register}`,
      fileName: `${t('imports.refusedName', { register: name, day: today() })}.xlsx`,
      detail: { refused: refused.length },
      sheet: {
        name,
        head: [],
        columns: [
          ...COLUMNS[register],
          { title: t('imports.line'), width: 6 },
          { title: t('imports.refusedReason'), width: 48 },
        ],
        rows: refused.map((row) => [
          ...COLUMNS[register].map(({ key }) => row.typed[key] ?? ''),
          row.line,
          reasonsOf(register, row),
        ]),
      },
    },
    t('imports.refusedSaved', { count: refused.length }),
  );
}
