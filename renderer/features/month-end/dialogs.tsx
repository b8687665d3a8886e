/** 重开本月 with the manager's PIN, and 核对 of every month against the raw entries. */
import { useEffect, useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { reopenMonth } from '@shared/month-end/reopen';
import { runCommand } from '../../data/gateway';
import { verifyMonths, type Verification } from '../../data/month-verify';
import { useProducts } from '../../data/products';
import { logFault } from '../../data/faults';
import { ReadingDialog } from '../../ui/reading-dialog';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t, type MessageKey } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';

interface ReopenDialogProps {
  readonly month: string;
  readonly round: number;
  readonly onClose: () => void;
}

export function ReopenDialog({ month, round, onClose }: ReopenDialogProps): ReactElement {
  const [manager, setManager] = useState<Witness | null>(null);
  const form = useForm({
    draftKey: `month.reopen:${month}`,
    parts: ['approval'],
    initial: { reason: '' },
    save: ({ reason }, actId) =>
      runCommand(reopenMonth, { month, round, reason }, { actId, witnesses: manager ? [manager] : [] }).then(
        (outcome) => {
          // Somebody other than the manager confirmed: ask again.
          if (!outcome.ok && outcome.refusals.some(({ field }) => field === 'approval')) setManager(null);
          return outcome;
        },
      ),
    onSaved: () => {
      toast(t('monthEnd.reopenDone', { month }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('monthEnd.reopenTitle', { month })}
      submitLabel={t('monthEnd.reopen')}
      danger
      width={480}
      onClose={onClose}
    >
      <p className="wide">{t('monthEnd.reopenHelp')}</p>
      <TextField form={form} name="reason" label={t('ui.reason')} required wide />
      <SecondStaff
        label={t('monthEnd.reopenManager')}
        witness={manager}
        onWitness={setManager}
        error={form.errors.approval}
      />
    </FormDialog>
  );
}

/** Most differences that are listed; one is enough to look closer. */
const SHOWN = 20;

export function VerifyDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [progress, setProgress] = useState({ done: 0, all: 0 });
  const [result, setResult] = useState<Verification | 'failed' | null>(null);
  useEffect(() => {
    verifyMonths((done, all) => setProgress({ done, all })).then(setResult, (error: unknown) => {
      logFault('month.verify', error);
      setResult('failed');
    });
  }, []);
  return (
    <ReadingDialog title={t('monthEnd.verify')} width={520} onClose={onClose}>
      {result === null ? (
        <p role="status">{t('monthEnd.verifyRunning', progress)}</p>
      ) : result === 'failed' ? (
        <p role="alert">{t('ui.failed')}</p>
      ) : (
        <Verdict result={result} />
      )}
    </ReadingDialog>
  );
}

function Verdict({ result }: { readonly result: Verification }): ReactElement {
  const products = useProducts((state) => state.products);
  const { months, entries, differences } = result;
  if (differences.length === 0)
    return <div className="notice good">{t('monthEnd.verifyEqual', { months, entries })}</div>;
  return (
    <>
      <div className="notice overdue">{t('monthEnd.verifyDiffers', { count: differences.length })}</div>
      <ul>
        {differences.slice(0, SHOWN).map(({ month, product, field, kept, computed }) => (
          <li key={`${month} ${product} ${field}`}>
            {t('monthEnd.verifyLine', {
              month,
              product: products?.get(product)?.body.sku ?? product,
              field: t(`monthEnd.figure.${field}` as MessageKey),
              kept,
              computed,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
