/** The imports of today, and taking a whole one back. */
import { useEffect, useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import type { ImportRegister } from '@shared/import/columns';
import { staffName } from '../../../data/directory';
import { onChange } from '../../../data/live';
import { useSession } from '../../../data/session';
import { FormDialog } from '../../../ui/form-dialog';
import { TextField } from '../../../ui/fields';
import { useForm } from '../../../ui/form';
import { refusalText, t } from '../../../ui/i18n';
import { PinDialog } from '../../../ui/pin-dialog';
import { toast } from '../../../ui/toast';
import { dayTime } from '../../../ui/typed';
import { importsOfToday, undoImport, type PastImport } from './write-paper';

export function PastImports({ register }: { readonly register: ImportRegister }): ReactElement | null {
  const [imports, setImports] = useState<readonly PastImport[]>([]);
  const [undoing, setUndoing] = useState<PastImport | null>(null);
  useEffect(() => {
    let dropped = false;
    const look = (): void =>
      void importsOfToday(register).then((found) => {
        if (!dropped) setImports(found);
      });
    look();
    const stop = onChange(({ collection }) => {
      if (collection === 'auditEvents') look();
    });
    return () => {
      dropped = true;
      stop();
    };
  }, [register]);
  if (imports.length === 0) return null;
  return (
    <section className="panel import-panel">
      <h2>{t('imports.past')}</h2>
      {register === 'customers' && <p className="quiet">{t('imports.undoCustomers')}</p>}
      <ul className="paper-past">
        {imports.map((one) => (
          <li key={one.batch}>
            <span>{one.file}</span>
            <span className="quiet">
              {t('imports.pastText', { rows: one.rows, by: staffName(one.by), at: dayTime(one.at) })}
            </span>
            <span className="spacer" />
            {register !== 'customers' && (
              <button type="button" className="button" onClick={() => setUndoing(one)}>
                {t('imports.undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {undoing && <UndoDialog past={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}

interface UndoDialogProps {
  readonly past: PastImport;
  readonly onClose: () => void;
}

/** A reason, and a lead who did not import it: here, or by PIN. */
function UndoDialog({ past, onClose }: UndoDialogProps): ReactElement {
  const actor = useSession((state) => state.actor);
  const mayAlone = actor !== null && actor.roles.includes('lead') && actor.id !== past.by;
  const [asking, setAsking] = useState<{ readonly answer: (witness: Witness | null) => void } | null>(null);
  const [progress, setProgress] = useState('');
  const askLead = (): Promise<Witness | null> =>
    new Promise((resolve) => {
      const answer = (witness: Witness | null): void => {
        setAsking(null);
        resolve(witness);
      };
      setAsking({ answer });
    });
  const undo = async (reason: string, witnesses: readonly Witness[]): Promise<void> => {
    const { voided, left } = await undoImport(past, reason, witnesses, (done, total) =>
      setProgress(t('imports.undoRunning', { done, total })),
    );
    if (voided > 0) toast(t('imports.undoDone', { count: voided }));
    for (const [code, count] of left)
      toast(t('imports.undoLeft', { count, reason: refusalText(code) }), { level: 'error' });
    if (voided === 0 && left.size === 0) toast(t('imports.undoNothing'));
  };
  const form = useForm({
    draftKey: `import.undo:${past.batch}`,
    initial: { reason: '' },
    save: async ({ reason }) => {
      if (reason.trim() === '') return { ok: false, refusals: [{ field: 'reason', code: 'required' }] };
      const witness = mayAlone ? null : await askLead();
      if (!mayAlone && !witness) return { ok: false, refusals: [{ code: 'leadMustConfirm' }] };
      await undo(reason, witness ? [witness] : []);
      return { ok: true, docs: [] };
    },
    onSaved: onClose,
  });
  if (asking)
    return (
      <PinDialog
        title={t('visits.leadConfirms')}
        onWitness={asking.answer}
        onClose={() => asking.answer(null)}
      />
    );
  return (
    <FormDialog
      form={form}
      title={t('imports.undoTitle', { file: past.file })}
      submitLabel={t('imports.undoConfirm')}
      onClose={onClose}
      danger
    >
      <p className="wide">{t('imports.undoText')}</p>
      <TextField form={form} name="reason" label={t('imports.undoReason')} required wide />
      {progress && (
        <p className="wide" role="status">
          {progress}
        </p>
      )}
    </FormDialog>
  );
}
