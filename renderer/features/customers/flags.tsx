/** Notices about a customer: proposed by a clerk, decided by a lead, taken off with a reason (DOMAIN §3.10). */
import { useState, type ReactElement } from 'react';
import { hasRole } from '@shared/core/roles';
import { decideFlag, isOwn, proposeFlag, type DecideFlag } from '@shared/customers/flags';
import type { Person } from '@shared/customers/people';
import type { CustomerFlag } from '@shared/visits/schema';
import { staffName } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { CheckField, TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { flagText } from './words';

/** What a clerk or lead proposes. */
export function FlagDialog({
  person,
  onClose,
}: {
  readonly person: Person;
  readonly onClose: () => void;
}): ReactElement {
  const { name, phone } = person;
  const form = useForm({
    draftKey: `customer.propose:${person.id}`,
    initial: { vip: false, focus: false, reason: '' },
    save: (values, actId) => runCommand(proposeFlag, { id: actId, name, phone, ...values }, { actId }),
    onSaved: () => {
      toast(t('customers.proposed'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('customers.proposeTitle', { name })}
      submitLabel={t('customers.proposeDo')}
      onClose={onClose}
    >
      <p className="quiet small wide">{t('customers.proposeHelp')}</p>
      <CheckField form={form} name="focus" label={t('customers.flag.focus')} />
      <CheckField form={form} name="vip" label={t('customers.flag.vip')} />
      <TextField form={form} name="reason" label={t('customers.field.reason')} required wide />
    </FormDialog>
  );
}

interface Deciding {
  readonly flag: CustomerFlag;
  readonly decision: DecideFlag['decision'];
}

/** The notices with what a lead can do. */
export function Flags({ flags }: { readonly flags: readonly CustomerFlag[] }): ReactElement {
  const actor = useSession((session) => session.actor);
  const isLead = hasRole(actor?.roles ?? [], ['lead']);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  return (
    <>
      {flags.map((flag) => (
        <div key={flag.id} className="notice flag">
          <div>
            <b>{flagText(flag)}</b> {flag.body.reason}
            {flag.status === 'proposed' && (
              <span className="quiet small"> {t('customers.proposedBy', { name: staffName(flag.by) })}</span>
            )}
          </div>
          {isLead && (
            <span className="flag-acts">
              {flag.status === 'proposed' ? (
                <>
                  <button
                    type="button"
                    className="button primary"
                    disabled={actor !== null && isOwn(flag, { actor })}
                    onClick={() => setDeciding({ flag, decision: 'confirm' })}
                  >
                    {t('customers.confirm')}
                  </button>
                  <button
                    type="button"
                    className="button"
                    onClick={() => setDeciding({ flag, decision: 'refuse' })}
                  >
                    {t('customers.refuse')}
                  </button>
                </>
              ) : (
                <button
                  type="button"
                  className="button"
                  onClick={() => setDeciding({ flag, decision: 'lift' })}
                >
                  {t('customers.lift')}
                </button>
              )}
            </span>
          )}
        </div>
      ))}
      {deciding && <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}

function DecideDialog({
  flag,
  decision,
  onClose,
}: Deciding & { readonly onClose: () => void }): ReactElement {
  const form = useForm({
    draftKey: `customer.${decision}:${flag.id}`,
    initial: { reason: '' },
    save: ({ reason }, actId) => runCommand(decideFlag, { id: flag.id, decision, reason }, { actId }),
    onSaved: () => {
      toast(t(`customers.decided.${decision}`));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t(`customers.decideTitle.${decision}`, { name: flag.body.name })}
      submitLabel={t(`customers.${decision}`)}
      onClose={onClose}
    >
      <p className="quiet wide">
        {flagText(flag)}：{flag.body.reason}
      </p>
      <TextField
        form={form}
        name="reason"
        label={t('customers.field.decision')}
        required={decision !== 'confirm'}
        wide
      />
    </FormDialog>
  );
}
