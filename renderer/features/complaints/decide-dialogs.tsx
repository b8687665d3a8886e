/** Decisions on a complaint: on-site appointment, determination, grade, handler. */
import type { ReactElement } from 'react';
import { appointOnSite } from '@shared/complaints/appoint';
import { assignComplaint, reassignComplaint } from '@shared/complaints/assign';
import { proposeHandler, sameHandler } from '@shared/complaints/authority';
import { determineComplaint, redetermineComplaint } from '@shared/complaints/determine';
import { gradeComplaint, regradeComplaint } from '@shared/complaints/grade';
import { shownCriteria } from '@shared/complaints/grading';
import {
  CRITERIA,
  DETERMINATIONS,
  GRADES,
  type Criterion,
  type Determination,
  type Grade,
  type Handler,
} from '@shared/complaints/schema';
import { standingOf } from '@shared/complaints/standing';
import { useDirectory } from '../../data/directory';
import { nowIso } from '../../data/clock';
import { runCommand } from '../../data/gateway';
import { ChoiceField } from '../../ui/choice-field';
import { SelectField, TextField } from '../../ui/fields';
import type { Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toInstant } from '../../ui/typed';
import { handlerName } from '../../ui/service/handler-name';
import { ActForm, type DialogProps } from './act-form';

export function AppointDialog(props: DialogProps): ReactElement {
  const { id } = props.complaint;
  return (
    <ActForm
      {...props}
      act="appoint"
      initial={{ when: '', place: '', who: '' }}
      save={(values, act) => runCommand(appointOnSite, { id, ...values, when: toInstant(values.when) }, act)}
    >
      {(form) => (
        <>
          <TextField
            form={form}
            name="when"
            label={t('complaints.field.when')}
            type="datetime-local"
            required
          />
          <TextField form={form} name="who" label={t('complaints.field.who')} required />
          <TextField form={form} name="place" label={t('complaints.field.place')} required wide />
        </>
      )}
    </ActForm>
  );
}

/** Determination, and `again` its change by a lead. */
export function DetermineDialog({
  again,
  ...props
}: DialogProps & { readonly again: boolean }): ReactElement {
  const { id, body } = props.complaint;
  return (
    <ActForm<{ readonly kind: Determination | ''; readonly ground: string }>
      {...props}
      act={again ? 'redetermine' : 'determine'}
      initial={{ kind: again ? (standingOf(body).determination?.kind ?? '') : '', ground: '' }}
      save={(values, act) =>
        runCommand(again ? redetermineComplaint : determineComplaint, { id, ...values }, act)
      }
    >
      {(form) => (
        <>
          <ChoiceField
            form={form}
            name="kind"
            label={t('complaints.field.kind')}
            options={DETERMINATIONS.map((value) => ({
              value,
              label: t(`complaints.determination.${value}`),
            }))}
            required
            wide
          />
          <p className="wide quiet small">
            {form.values.kind === ''
              ? t('complaints.determineHelp')
              : t(`complaints.determinationHelp.${form.values.kind}`)}
          </p>
          <TextField form={form} name="ground" label={t('complaints.field.ground')} rows={4} required wide />
        </>
      )}
    </ActForm>
  );
}

interface GradeValues {
  readonly grade: Grade | '';
  readonly criteria: readonly Criterion[];
  readonly reason: string;
}

function CriteriaField({ form }: { readonly form: Form<GradeValues> }): ReactElement {
  const { criteria } = form.values;
  return (
    <div className="field wide" role="group" aria-label={t('complaints.field.criteria')}>
      <span className="label">{t('complaints.field.criteria')}</span>
      {CRITERIA.map((criterion) => (
        <label key={criterion} className="check">
          <input
            type="checkbox"
            checked={criteria.includes(criterion)}
            onChange={({ target }) =>
              form.set({
                criteria: CRITERIA.filter((one) =>
                  one === criterion ? target.checked : criteria.includes(one),
                ),
              })
            }
          />
          {t(`complaints.criterion.${criterion}`)}
        </label>
      ))}
      {form.errors.criteria && (
        <span className="error" role="alert">
          {form.errors.criteria}
        </span>
      )}
    </div>
  );
}

/** The grade, and `again` its change. What the record shows is chosen already; a person confirms. */
export function GradeDialog({ again, ...props }: DialogProps & { readonly again: boolean }): ReactElement {
  const { complaint } = props;
  const shown = shownCriteria(complaint, nowIso());
  const isAgainst = (grade: Grade | ''): boolean => grade === 'ordinary' && shown.length > 0;
  return (
    <ActForm<GradeValues>
      {...props}
      act={again ? 'regrade' : 'grade'}
      width={600}
      initial={{ grade: shown.length > 0 ? 'serious' : 'ordinary', criteria: shown, reason: '' }}
      save={(values, act) =>
        runCommand(again ? regradeComplaint : gradeComplaint, { id: complaint.id, ...values }, act)
      }
    >
      {(form) => (
        <>
          {shown.length > 0 && (
            <p className="notice wide">
              {t('complaints.gradeProposed', {
                criteria: shown.map((one) => t(`complaints.criterionShort.${one}`)).join('、'),
              })}
            </p>
          )}
          <ChoiceField
            form={form}
            name="grade"
            label={t('complaints.field.grade')}
            options={GRADES.map((value) => ({ value, label: t(`complaints.grade.${value}`) }))}
            required
            wide
          />
          {form.values.grade === 'serious' && <CriteriaField form={form} />}
          <TextField
            form={form}
            name="reason"
            label={t('complaints.field.reason')}
            required={again || isAgainst(form.values.grade)}
            {...(isAgainst(form.values.grade) ? { help: t('complaints.gradeAgainst') } : {})}
            wide
          />
        </>
      )}
    </ActForm>
  );
}

interface AssignValues {
  readonly kind: Handler['kind'];
  readonly department: string;
  readonly person: string;
  readonly reason: string;
}

const HANDLERS: readonly Handler['kind'][] = ['service', 'department', 'manager'];

/** Who handles it: proposed by authority; another needs a reason and a lead. */
export function AssignDialog({ again, ...props }: DialogProps & { readonly again: boolean }): ReactElement {
  const { complaint } = props;
  const departments = useDirectory((state) => state.departments);
  const proposal = proposeHandler(complaint, departments);
  const before = again ? standingOf(complaint.body).assignment : null;
  const start = before?.handler ?? proposal.handler;
  const isOther = ({ kind, department }: AssignValues): boolean =>
    !sameHandler({ kind, department: kind === 'department' ? department : '' }, proposal.handler);
  return (
    <ActForm<AssignValues>
      {...props}
      act={again ? 'reassign' : 'assign'}
      initial={{
        kind: start.kind,
        department: start.department || complaint.body.department,
        person: before?.person ?? '',
        reason: '',
      }}
      lead={isOther}
      save={(values, act) =>
        runCommand(again ? reassignComplaint : assignComplaint, { id: complaint.id, ...values }, act)
      }
    >
      {(form) => (
        <>
          <p className="wide quiet small">
            {t('complaints.proposedBy', {
              handler: handlerName(proposal.handler),
              why: t(`complaints.authority.${proposal.reason}`),
            })}
          </p>
          <ChoiceField
            form={form}
            name="kind"
            label={t('complaints.field.handler')}
            options={HANDLERS.map((value) => ({ value, label: t(`complaints.handler.${value}`) }))}
            required
            wide
          />
          {form.values.kind === 'department' && (
            <SelectField
              form={form}
              name="department"
              label={t('complaints.handler.department')}
              options={[
                { value: '', label: t('complaints.none') },
                ...departments
                  .filter(({ id, status }) => status === 'active' || id === form.values.department)
                  .map(({ id, body }) => ({ value: id, label: body.name })),
              ]}
              required
            />
          )}
          <TextField
            form={form}
            name="person"
            label={t('complaints.field.person')}
            help={t('complaints.personHelp')}
          />
          {isOther(form.values) && (
            <TextField
              form={form}
              name="reason"
              label={t('complaints.field.reason')}
              help={t('complaints.notProposed')}
              required
              wide
            />
          )}
        </>
      )}
    </ActForm>
  );
}
