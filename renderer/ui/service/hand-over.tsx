/** 首问负责制: whose matter it is, and the act that hands it to a named colleague (DOMAIN §2). */
import type { ReactElement } from 'react';
import type { LogEntry } from '@shared/core/envelope';
import { DESK_ROLES, hasRole, type Role } from '@shared/core/roles';
import { handOverMatters } from '@shared/service/hand-over';
import { isOpenMatter } from '@shared/service/open';
import type { Responsible } from '@shared/service/schema';
import { staffName, useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { isOffered } from '../../data/offered';
import { SelectField, TextField } from '../fields';
import { useForm } from '../form';
import { FormDialog } from '../form-dialog';
import { t } from '../i18n';
import { toast } from '../toast';
import { dayTime } from '../typed';

/** What an entry of `matter.handOver` says in a record's log. */
export function handedOverText({ changes = [] }: LogEntry): string {
  const to = changes[0]?.to;
  return t('service.handedOver', { name: typeof to === 'string' ? staffName(to) : '' });
}

/** The responsible person, and below who it was before. */
export function ResponsiblePerson({ doc }: { readonly doc: Responsible }): ReactElement {
  return (
    <>
      {staffName(doc.key)}
      {doc.body.handOvers.map(({ id, at, from, to, reason }) => (
        <div key={id} className="quiet small">
          {t('service.handOverLine', { time: dayTime(at), from: staffName(from), to: staffName(to), reason })}
        </div>
      ))}
    </>
  );
}

/** True when this person may hand the matter over: its responsible person, a lead or the manager. */
export const mayHandOver = (
  doc: Responsible,
  actor: { readonly id: string; readonly roles: readonly Role[] } | null,
): boolean =>
  actor !== null &&
  isOffered(handOverMatters) &&
  isOpenMatter(doc) &&
  hasRole(actor.roles, [...DESK_ROLES, 'manager']) &&
  (doc.key === actor.id || hasRole(actor.roles, ['lead', 'manager']));

interface HandOverDialogProps {
  /** Open matters, most often one. */
  readonly matters: readonly Responsible[];
  readonly onClose: () => void;
}

export function HandOverDialog({ matters, onClose }: HandOverDialogProps): ReactElement {
  const ids = matters.map(({ id }) => id);
  const owners = new Set(matters.map(({ key }) => key));
  const staff = useDirectory((state) => state.staff);
  const colleagues = staff.filter(
    ({ id, status, body }) =>
      status === 'active' && hasRole(body.roles, DESK_ROLES) && !(owners.size === 1 && owners.has(id)),
  );
  const form = useForm({
    draftKey: `matter.handOver:${ids.length === 1 ? (ids[0] ?? '') : 'many'}`,
    initial: { to: '', reason: '' },
    save: ({ to, reason }, actId) => runCommand(handOverMatters, { ids, to, reason }, { actId }),
    onSaved: ([doc]) => {
      toast(t('service.handedOver', { name: staffName(doc?.key ?? '') }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('service.handOver')}
      submitLabel={t('service.handOver')}
      onClose={onClose}
    >
      {ids.length > 1 && <p className="wide">{t('service.handOverCount', { count: ids.length })}</p>}
      <SelectField
        form={form}
        name="to"
        label={t('service.handOverTo')}
        options={[
          { value: '', label: t('service.choose') },
          ...colleagues.map(({ id, body }) => ({ value: id, label: body.name })),
        ]}
        required
        wide
      />
      <TextField form={form} name="reason" label={t('service.handOverReason')} required wide />
    </FormDialog>
  );
}
