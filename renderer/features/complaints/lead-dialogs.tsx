/** What the lead and the manager do, and what is recorded beside the way. */
import type { ReactElement } from 'react';
import { reopenComplaint } from '@shared/complaints/archive';
import { monthEnd, runningClocks } from '@shared/complaints/clocks';
import { declineRequest } from '@shared/complaints/decline';
import { escalateComplaint } from '@shared/complaints/escalate';
import { explainComplaint } from '@shared/complaints/explain';
import { extendComplaint } from '@shared/complaints/extend';
import { inquireComplaint } from '@shared/complaints/inquire';
import { instructOnComplaint } from '@shared/complaints/instruct';
import { pursueResponsibility } from '@shared/complaints/pursue';
import { handledBy, hasOtherLead, reviewComplaint, sendBackComplaint } from '@shared/complaints/review';
import { LEVELS, type Level } from '@shared/complaints/schema';
import { standingOf } from '@shared/complaints/standing';
import { voidComplaint } from '@shared/complaints/void';
import { departmentName, useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { ChoiceField } from '../../ui/choice-field';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import { t } from '../../ui/i18n';
import { dayTime, toInstant } from '../../ui/typed';
import { ActForm, HowField, type DialogProps } from './act-form';

export function ReviewDialog(props: DialogProps): ReactElement {
  const { id, body } = props.complaint;
  const { solved, answer } = standingOf(body);
  const isOwn = useSession(({ actor }) => handledBy(props.complaint).has(actor?.id ?? ''));
  const others = useDirectory(({ staff }) => hasOtherLead(props.complaint, staff));
  return (
    <ActForm
      {...props}
      act="review"
      initial={{ opinion: '', reason: '' }}
      save={(values, act) => runCommand(reviewComplaint, { id, ...values }, act)}
      said={() => t('complaints.saved.reviewed')}
      lead={isOwn && others}
      notBy={handledBy(props.complaint)}
    >
      {(form) => (
        <>
          <p className="wide quiet small">{[answer?.text, solved?.result].filter(Boolean).join('；')}</p>
          <TextField
            form={form}
            name="opinion"
            label={t('complaints.field.opinion')}
            rows={3}
            required
            wide
          />
          {isOwn && (
            <p className="wide notice">
              {t(others ? 'complaints.reviewOwnHelp' : 'complaints.reviewAloneHelp')}
            </p>
          )}
          {isOwn && !others && (
            <TextField
              form={form}
              name="reason"
              label={t('complaints.field.ownReviewReason')}
              required
              wide
            />
          )}
          <p className="wide quiet small">{t('complaints.reviewHelp')}</p>
        </>
      )}
    </ActForm>
  );
}

interface ReasonProps extends DialogProps {
  readonly act: 'sendBack' | 'reopen' | 'void';
}

const REASONED = { sendBack: sendBackComplaint, reopen: reopenComplaint, void: voidComplaint } as const;

/** Acts that take a reason and nothing else. */
export function ReasonDialog({ act: name, ...props }: ReasonProps): ReactElement {
  const { id, body } = props.complaint;
  const no = body.no ?? '';
  const said = {
    sendBack: t('complaints.saved.sentBack'),
    reopen: t('complaints.saved.done'),
    void: t('complaints.saved.voided', { no }),
  };
  return (
    <ActForm
      {...props}
      act={name}
      initial={{ reason: '' }}
      save={({ reason }, act) => runCommand(REASONED[name], { id, reason }, act)}
      said={() => said[name]}
      lead={name === 'void'}
      {...(name === 'void' ? { notBy: new Set([props.complaint.by]) } : {})}
      danger={name === 'void'}
      {...(name === 'void' ? { submitLabel: t('complaints.voidConfirm') } : {})}
    >
      {(form) => (
        <>
          {name === 'void' && <p className="wide">{t('complaints.voidText')}</p>}
          {name === 'reopen' && <p className="wide">{t('complaints.reopenHelp')}</p>}
          <TextField form={form} name="reason" label={t('complaints.field.reason')} required wide />
        </>
      )}
    </ActForm>
  );
}

export function ExtendDialog(props: DialogProps): ReactElement {
  const { id, body } = props.complaint;
  const due = runningClocks(body).find(({ name }) => name === 'solve')?.dueAt ?? '';
  return (
    <ActForm
      {...props}
      act="extend"
      initial={{ until: '', reason: '', told: false, how: 'phone' as const }}
      save={(values, act) =>
        runCommand(extendComplaint, { id, ...values, until: toInstant(values.until) }, act)
      }
      lead
    >
      {(form) => (
        <>
          <p className="wide quiet small">
            {t('complaints.extendHelp', { limit: dayTime(monthEnd(body)), due: due && dayTime(due) })}
          </p>
          <TextField
            form={form}
            name="until"
            label={t('complaints.field.until')}
            type="datetime-local"
            required
          />
          <TextField form={form} name="reason" label={t('complaints.field.reason')} required wide />
          <CheckField form={form} name="told" label={t('complaints.extendTold')} wide />
          {form.errors.told && (
            <span className="form-error wide" role="alert">
              {form.errors.told}
            </span>
          )}
          <HowField form={form} />
        </>
      )}
    </ActForm>
  );
}

export function EscalateDialog(props: DialogProps): ReactElement {
  const { id, body } = props.complaint;
  const { level } = standingOf(body);
  const higher = LEVELS.slice(level ? LEVELS.indexOf(level) + 1 : 0);
  return (
    <ActForm<{ readonly level: Level | ''; readonly person: string; readonly reason: string }>
      {...props}
      act="escalate"
      initial={{ level: higher[0] ?? '', person: '', reason: '' }}
      save={(values, act) => runCommand(escalateComplaint, { id, ...values }, act)}
    >
      {(form) => (
        <>
          {level && (
            <p className="wide quiet small">
              {t('complaints.escalateHelp', { level: t(`complaints.level.${level}`) })}
            </p>
          )}
          <ChoiceField
            form={form}
            name="level"
            label={t('complaints.field.level')}
            options={higher.map((value) => ({ value, label: t(`complaints.level.${value}`) }))}
            required
            wide
          />
          <TextField form={form} name="person" label={t('complaints.field.escalatedTo')} required />
          <TextField form={form} name="reason" label={t('complaints.field.reason')} required wide />
        </>
      )}
    </ActForm>
  );
}

export function InquireDialog(props: DialogProps): ReactElement {
  const { id, body } = props.complaint;
  const departments = useDirectory((state) => state.departments);
  const asked = standingOf(body).assignment?.handler.department || body.department;
  return (
    <ActForm
      {...props}
      act="inquire"
      initial={{ department: asked, question: '' }}
      save={(values, act) => runCommand(inquireComplaint, { id, ...values }, act)}
    >
      {(form) => (
        <>
          <SelectField
            form={form}
            name="department"
            label={t('complaints.handler.department')}
            options={[
              { value: '', label: t('complaints.none') },
              ...departments
                .filter(({ id: one, status }) => status === 'active' || one === form.values.department)
                .map(({ id: value, body: { name } }) => ({ value, label: name })),
            ]}
            required
          />
          <TextField
            form={form}
            name="question"
            label={t('complaints.field.question')}
            rows={3}
            required
            wide
          />
        </>
      )}
    </ActForm>
  );
}

/** The answer to the oldest question that waits. */
export function ExplainDialog(props: DialogProps): ReactElement | null {
  const { id, body } = props.complaint;
  const [asked] = standingOf(body).unexplained;
  if (!asked) return null;
  return (
    <ActForm
      {...props}
      act="explain"
      initial={{ text: '', person: '' }}
      save={(values, act) => runCommand(explainComplaint, { id, of: asked.id, ...values }, act)}
    >
      {(form) => (
        <>
          <p className="wide">
            {t('complaints.explainOf', {
              department: departmentName(asked.department),
              question: asked.question,
            })}
          </p>
          <TextField form={form} name="person" label={t('complaints.field.explainer')} required />
          <TextField
            form={form}
            name="text"
            label={t('complaints.field.explanation')}
            rows={3}
            required
            wide
          />
        </>
      )}
    </ActForm>
  );
}

export function DeclineDialog(props: DialogProps): ReactElement {
  const { id } = props.complaint;
  return (
    <ActForm
      {...props}
      act="decline"
      initial={{ what: '', rule: '' }}
      save={(values, act) => runCommand(declineRequest, { id, ...values }, act)}
    >
      {(form) => (
        <>
          <TextField form={form} name="what" label={t('complaints.field.what')} rows={2} required wide />
          <TextField form={form} name="rule" label={t('complaints.field.rule')} required wide />
        </>
      )}
    </ActForm>
  );
}

export function InstructDialog(props: DialogProps): ReactElement {
  const { id } = props.complaint;
  return (
    <ActForm
      {...props}
      act="instruct"
      initial={{ text: '' }}
      save={(values, act) => runCommand(instructOnComplaint, { id, ...values }, act)}
    >
      {(form) => (
        <TextField form={form} name="text" label={t('complaints.field.instruction')} rows={3} required wide />
      )}
    </ActForm>
  );
}

export function PursueDialog(props: DialogProps): ReactElement {
  const { id } = props.complaint;
  return (
    <ActForm
      {...props}
      act="pursue"
      initial={{ whom: '', measure: '' }}
      save={(values, act) => runCommand(pursueResponsibility, { id, ...values }, act)}
    >
      {(form) => (
        <>
          <TextField form={form} name="whom" label={t('complaints.field.whom')} required wide />
          <TextField
            form={form}
            name="measure"
            label={t('complaints.field.measure')}
            rows={3}
            required
            wide
          />
        </>
      )}
    </ActForm>
  );
}
