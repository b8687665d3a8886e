/** 数据导入: a paper-era register out of a spreadsheet, looked at row by row before anything is written. */
import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { REGISTERS, type ImportRegister } from '@shared/import/columns';
import { MAX_ROWS } from '@shared/import/table';
import { staffName, useDirectory } from '../../../data/directory';
import { useSession } from '../../../data/session';
import { t } from '../../../ui/i18n';
import { ImportSteps } from '../../../ui/import/import-steps';
import { useImport, type Opening } from '../../../ui/import/use-import';
import { Segmented } from '../../../ui/register-page';
import { dayTime } from '../../../ui/typed';
import { OpenPaper, type PaperRow } from './paper-file';
import { PaperPreview } from './paper-preview';
import type { PaperFile } from './paper-worker';
import { PastImports } from './past-imports';
import { saveRefused, saveSample } from './sheets';
import { pastImports, writePaper } from './write-paper';
import './import.css';

interface Preview {
  readonly paper: OpenPaper;
  readonly file: PaperFile;
  /** That the same file was imported before, in words, or ''. */
  readonly before: string;
}

const PATHS: Readonly<Record<ImportRegister, string>> = {
  visits: '/visits',
  lostItems: '/lost-property',
  customers: '/visits',
};

function opened(file: File, register: ImportRegister): Opening<Preview> {
  const paper = new OpenPaper(file.name, register);
  const read = async (): ReturnType<() => Opening<Preview>['result']> => {
    const found = await paper.read(file);
    if ('code' in found) return { ok: false, fault: found };
    const same = (await pastImports(register, '')).find(({ digest }) => digest === found.digest);
    const before = same ? t('imports.sameFile', { at: dayTime(same.at), by: staffName(same.by) }) : '';
    return { ok: true, preview: { paper, file: found, before } };
  };
  return { result: read(), close: () => paper.close() };
}

const countOf = (rows: readonly PaperRow[], verdict: PaperRow['verdict']): number =>
  rows.filter((row) => row.verdict === verdict).length;

const NO_ROWS: readonly PaperRow[] = [];

export function ImportPage(): ReactElement {
  const [, navigate] = useLocation();
  const [register, setRegister] = useState<ImportRegister>('visits');
  /** Those that were confirmed. */
  const [rows, setRows] = useState(NO_ROWS);
  const months = useDirectory(({ settings }) => settings.retentionMonths);
  const isLead = useSession(({ actor }) => actor?.roles.includes('lead') ?? false);
  const flow = useImport((file) => opened(file, register));
  const [refused, known] = [countOf(rows, 'refused'), countOf(rows, 'known')];
  return (
    <ImportSteps
      flow={flow}
      mayChoose={register !== 'customers' || isLead}
      head={
        <div className="paper-line">
          <Segmented
            label={t('imports.registerLabel')}
            value={register}
            options={REGISTERS.map((value) => ({ value, label: t(`imports.register.${value}`) }))}
            onChange={setRegister}
          />
          <span className="spacer" />
          <button type="button" className="button" onClick={() => void saveSample(register)}>
            {t('imports.sample')}
          </button>
        </div>
      }
      hint={t(`imports.hint.${register}`)}
      limits={t('imports.limits', { max: MAX_ROWS, months })}
      below={<PastImports register={register} />}
      preview={({ paper, file, before }, another) => (
        <PaperPreview
          paper={paper}
          file={file}
          before={before}
          another={another}
          onConfirm={(confirmed) => {
            setRows(confirmed);
            void flow.write(countOf(confirmed, 'ok') + countOf(confirmed, 'warning'), (progress) =>
              writePaper(register, { name: paper.name, digest: file.digest }, confirmed, progress),
            );
          }}
        />
      )}
      done={
        <>
          {refused + known > 0 && <span>{t('imports.doneSkipped', { refused, known })}</span>}
          <span className="import-buttons">
            <button type="button" className="button primary" onClick={() => navigate(PATHS[register])}>
              {t('imports.open')}
            </button>
            {refused > 0 && (
              <button type="button" className="button" onClick={() => void saveRefused(register, rows)}>
                {t('imports.saveRefused', { count: refused })}
              </button>
            )}
            <button type="button" className="button" onClick={flow.begin}>
              {t('imports.another')}
            </button>
          </span>
        </>
      }
    />
  );
}
