/** 服务检查评分: marks per item, with a remark where they are lost. */
import type { ReactElement } from 'react';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { recordInspection } from '@shared/inspections/inspect';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { today, useSession } from '../../data/session';
import { SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { toNumber } from '../../ui/typed';

interface Values {
  readonly date: string;
  readonly person: string;
  readonly scores: readonly { readonly scored: string; readonly remark: string }[];
  readonly remark: string;
}

interface InspectionFormProps {
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

export function InspectionForm({ onClose, onSaved }: InspectionFormProps): ReactElement {
  const { settings, staff } = useDirectory();
  const me = useSession(({ actor }) => actor?.id);
  const items = settings.inspectionItems;
  const form = useForm<Values>({
    draftKey: 'inspection.record',
    initial: {
      date: today(),
      person: '',
      scores: items.map(({ marks }) => ({ scored: String(marks), remark: '' })),
      remark: '',
    },
    save: ({ scores, ...values }, actId) =>
      runCommand(
        recordInspection,
        {
          id: actId,
          ...values,
          scores: scores.map(({ scored, remark }) => ({ scored: toNumber(scored), remark })),
        },
        { actId },
      ),
    onSaved: (docs) => {
      const saved = docs.find(({ kind }) => kind === 'inspection');
      const name = staff.find(({ id }) => id === form.values.person)?.body.name ?? '';
      toast(t('inspections.saved', { no: saved?.body.no ?? '', name }));
      if (saved) onSaved(saved.id);
    },
  });
  const { scores } = form.values;
  const put = (at: number, part: Partial<Values['scores'][number]>): void =>
    form.set({
      scores: items.map((_, index) => {
        const now = scores[index] ?? { scored: '', remark: '' };
        return index === at ? { ...now, ...part } : now;
      }),
    });
  const total = scores.slice(0, items.length).reduce((sum, { scored }) => sum + (toNumber(scored) ?? 0), 0);
  return (
    <FormPanel
      form={form}
      title={t('inspections.newTitle')}
      submitLabel={t('inspections.save')}
      onClose={onClose}
    >
      <SelectField
        form={form}
        name="person"
        label={t('inspections.field.person')}
        options={[
          { value: '', label: t('inspections.choosePerson') },
          ...staff
            .filter(
              ({ id, status, body }) => status === 'active' && id !== me && hasRole(body.roles, DESK_ROLES),
            )
            .map(({ id, body }) => ({ value: id, label: body.name })),
        ]}
        required
      />
      <TextField form={form} name="date" label={t('inspections.field.date')} type="date" required />
      <div className="field wide" role="group" aria-label={t('inspections.field.item')}>
        {items.length === 0 && <p>{t('inspections.noItems')}</p>}
        {items.map(({ name, standard, marks }, at) => (
          <div key={name} className="inspection-item">
            <div>
              {name}
              <div className="quiet small">{standard}</div>
            </div>
            <span className="inspection-score">
              <input
                className="input"
                inputMode="numeric"
                aria-label={t('inspections.itemScore', { name })}
                aria-invalid={form.errors[`scores.${at}.scored`] !== undefined}
                value={scores[at]?.scored ?? ''}
                onChange={({ target }) => put(at, { scored: target.value })}
              />
              <span className="quiet">{t('inspections.outOf', { marks })}</span>
            </span>
            {(toNumber(scores[at]?.scored ?? '') ?? 0) < marks && (
              <input
                className="input inspection-remark"
                aria-label={t('inspections.itemRemark', { name })}
                aria-invalid={form.errors[`scores.${at}.remark`] !== undefined}
                placeholder={t('inspections.field.lost')}
                value={scores[at]?.remark ?? ''}
                onChange={({ target }) => put(at, { remark: target.value })}
              />
            )}
            <ItemError message={form.errors[`scores.${at}.scored`] ?? form.errors[`scores.${at}.remark`]} />
          </div>
        ))}
        <p>
          {t('inspections.field.total')}{' '}
          <strong>
            {t('inspections.totalText', {
              scored: total,
              marks: items.reduce((sum, { marks }) => sum + marks, 0),
            })}
          </strong>
        </p>
        {form.errors.scores && (
          <span className="error" role="alert">
            {form.errors.scores}
          </span>
        )}
      </div>
      <TextField form={form} name="remark" label={t('inspections.field.remark')} rows={2} wide />
    </FormPanel>
  );
}

function ItemError({ message }: { readonly message: string | undefined }): ReactElement | null {
  return message === undefined ? null : (
    <span className="error inspection-remark" role="alert">
      {message}
    </span>
  );
}
