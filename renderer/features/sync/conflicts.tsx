/** Records that two desks changed: both states side by side, and one click to take either. */
import { useRef, useState, type ReactElement } from 'react';
import { hasRole } from '@shared/core/roles';
import { reverseEntry } from '@shared/ledger/reverse';
import type { LedgerEntry } from '@shared/ledger/schema';
import { isConflict, type SyncConflict } from '@shared/sync/conflict';
import { mayTakeOther, resolveConflict } from '@shared/sync/resolve';
import { runCommand } from '../../data/gateway';
import { useLive } from '../../data/live';
import { range } from '../../data/read';
import { useSession } from '../../data/session';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { ReverseDialog } from '../../ui/reverse/reverse-dialog';
import { toast } from '../../ui/toast';
import { dayTime } from '../../ui/typed';
import { Matters } from './matters';
import { Pair } from './pair';
import { kindText, nameOf } from './words';

const open = async (): Promise<readonly SyncConflict[]> =>
  (await range('tickets', 'status', ['open'], ['open'])).filter(isConflict);

const titleOf = ({ body }: SyncConflict): string => {
  const [first] = body.pairs;
  if (first && body.rule)
    return t('sync.ruleTitle', { rule: t(`sync.rule.${body.rule}`), name: nameOf(first.other) });
  return first ? t('sync.conflictTitle', { kind: kindText(first.kept), name: nameOf(first.kept) }) : '';
};

function Decide({
  conflict,
  onReverse,
  onClose,
}: {
  readonly conflict: SyncConflict;
  readonly onReverse: (entry: LedgerEntry) => void;
  readonly onClose: () => void;
}): ReactElement {
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const mayDecide = hasRole(roles, resolveConflict.roles);
  /** Which button was pressed; the form is sent in the same moment. */
  const take = useRef<'kept' | 'other'>('kept');
  const form = useForm({
    draftKey: `sync.resolve:${conflict.id}`,
    initial: { note: '' },
    save: ({ note }, actId) => runCommand(resolveConflict, { conflict, take: take.current, note }, { actId }),
    onSaved: () => {
      toast(t('sync.resolved'));
      onClose();
    },
  });
  const { pairs, rule } = conflict.body;
  return (
    <Dialog
      title={titleOf(conflict)}
      width={820}
      onClose={onClose}
      onSubmit={() => void form.submit()}
      foot={
        mayDecide ? (
          <>
            <button type="button" className="button" onClick={onClose}>
              {t('ui.cancel')}
            </button>
            {mayTakeOther(conflict) && (
              <button
                type="submit"
                className="button"
                disabled={form.busy}
                onClick={() => (take.current = 'other')}
              >
                {t('sync.takeOther')}
              </button>
            )}
            <button
              type="submit"
              className="button primary"
              disabled={form.busy}
              onClick={() => (take.current = 'kept')}
            >
              {t(rule ? 'sync.settle' : 'sync.takeKept')}
            </button>
          </>
        ) : (
          <button type="submit" className="button" onClick={onClose}>
            {t('ui.close')}
          </button>
        )
      }
    >
      {form.errors[''] && (
        <div className="notice overdue" role="alert">
          {form.errors['']}
        </div>
      )}
      <div className="pairs">
        {pairs.map((pair, at) => (
          <section key={pair.kept.id}>
            {pairs.length > 1 && (
              <h3>
                {t('sync.version', {
                  at: at + 1,
                  count: pairs.length,
                  name: `${kindText(pair.kept)} ${nameOf(pair.kept)}`,
                })}
              </h3>
            )}
            <Pair
              pair={pair}
              limit={rule !== undefined}
              onReverse={hasRole(roles, reverseEntry.roles) ? onReverse : null}
            />
          </section>
        ))}
      </div>
      {!mayTakeOther(conflict) && <p className="notice">{t(rule ? 'sync.ruleHelp' : 'sync.immutable')}</p>}
      {mayDecide ? (
        <div className="form-grid">
          <TextField form={form} name="note" label={t('sync.note')} wide />
        </div>
      ) : (
        <p className="quiet">{t('sync.notLead')}</p>
      )}
    </Dialog>
  );
}

export function Conflicts(): ReactElement {
  const live = useLive(open, ['tickets'], []);
  const [chosen, setChosen] = useState<string | null>(null);
  const conflicts = live.state === 'ready' ? live.value : [];
  const [reversing, setReversing] = useState<LedgerEntry | null>(null);
  const conflict = conflicts.find(({ id }) => id === chosen);
  return (
    <Matters
      title={t('sync.conflicts')}
      help={t('sync.conflictsHelp')}
      none={t('sync.conflictsNone')}
      matters={conflicts.map((one) => ({
        key: one.id,
        title: titleOf(one),
        detail: dayTime(one.at),
        actions: (
          <button type="button" className="button" onClick={() => setChosen(one.id)}>
            {t('sync.decide')}
          </button>
        ),
      }))}
    >
      {conflict && !reversing && (
        <Decide
          key={conflict.id}
          conflict={conflict}
          onReverse={setReversing}
          onClose={() => setChosen(null)}
        />
      )}
      {reversing && <ReverseDialog entry={reversing} onClose={() => setReversing(null)} />}
    </Matters>
  );
}
