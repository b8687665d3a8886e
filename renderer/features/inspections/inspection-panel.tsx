/** One inspection beside the list; the inspected person answers by their own PIN. */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import type { LogEntry } from '@shared/core/envelope';
import { hasRole } from '@shared/core/roles';
import { INSPECTORS, answerInspection, voidInspection } from '@shared/inspections/inspect';
import { totalOf } from '@shared/inspections/month';
import type { Inspection } from '@shared/inspections/schema';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t, type MessageKey } from '../../ui/i18n';
import { RecordPanel } from '../../ui/record-panel';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';
import { dayTime } from '../../ui/typed';
import { printInspection } from './prints';

interface InspectionPanelProps {
  readonly inspection: Inspection;
  readonly act: string;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

const describe = ({ act }: LogEntry): string => t(`inspections.act.${act}` as MessageKey);

export function InspectionPanel({ inspection, act, onAct, onClose }: InspectionPanelProps): ReactElement {
  const { body, status } = inspection;
  const actor = useSession((session) => session.actor);
  const mayVoid = status !== 'void' && hasRole(actor?.roles ?? [], INSPECTORS) && actor?.id !== body.person;
  const mayAnswer =
    status === 'open' && (actor?.id === body.person || hasRole(actor?.roles ?? [], INSPECTORS));
  const back = (): void => onAct('');
  return (
    <>
      <RecordPanel
        number={body.no ?? ''}
        title={body.personName}
        tags={
          <span className={status === 'confirmed' ? 'tag good' : status === 'void' ? 'tag' : 'tag due'}>
            {t(`inspections.status.${status}`)}
          </span>
        }
        onClose={onClose}
        facts={[
          [t('inspections.field.date'), body.date],
          [t('inspections.field.inspector'), body.inspectorName],
          [t('inspections.field.total'), t('inspections.totalText', totalOf(body.items))],
          ...body.items.map(({ name, scored, marks, remark }): readonly [string, string] => [
            name,
            [t('inspections.totalText', { scored, marks }), remark].filter(Boolean).join(' · '),
          ]),
          [t('inspections.field.remark'), body.remark],
          [t('inspections.field.answeredAt'), body.answer.at && dayTime(body.answer.at)],
        ]}
        log={body.log ?? []}
        describe={describe}
        actions={
          <>
            {mayAnswer && (
              <button type="button" className="button primary grow" onClick={() => onAct('confirm')}>
                {t('inspections.confirm')}
              </button>
            )}
            {mayAnswer && (
              <button type="button" className="button" onClick={() => onAct('refuse')}>
                {t('inspections.refuse')}
              </button>
            )}
            <button type="button" className="button" onClick={() => printInspection(inspection)}>
              {t('inspections.print')}
            </button>
            {mayVoid && (
              <button type="button" className="button" onClick={() => onAct('void')}>
                {t('inspections.void')}
              </button>
            )}
          </>
        }
      >
        {status === 'open' && (
          <div className="notice">{t('inspections.waitingNotice', { name: body.personName })}</div>
        )}
        {status === 'refused' && (
          <div className="notice overdue">
            {t('inspections.refusedNotice', { name: body.personName, comment: body.answer.comment })}
          </div>
        )}
      </RecordPanel>
      {mayAnswer && (act === 'confirm' || act === 'refuse') && (
        <AnswerDialog key={act} inspection={inspection} agrees={act === 'confirm'} onClose={back} />
      )}
      {mayVoid && act === 'void' && <VoidDialog inspection={inspection} onClose={back} />}
    </>
  );
}

function AnswerDialog({
  inspection: { id, body },
  agrees,
  onClose,
}: {
  readonly inspection: Inspection;
  readonly agrees: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const me = useSession(({ actor }) => actor?.id);
  const [witness, setWitness] = useState<Witness | null>(null);
  const form = useForm({
    draftKey: `inspection.answer:${id}:${String(agrees)}`,
    initial: { comment: '' },
    parts: ['person'],
    save: ({ comment }, actId) =>
      runCommand(answerInspection, { id, agrees, comment }, { actId, witnesses: witness ? [witness] : [] }),
    onSaved: () => {
      toast(t(agrees ? 'inspections.confirmed' : 'inspections.refused'));
      onClose();
    },
  });
  const no = body.no ?? '';
  return (
    <FormDialog
      form={form}
      title={t(agrees ? 'inspections.confirmTitle' : 'inspections.refuseTitle', { no })}
      submitLabel={t(agrees ? 'inspections.confirm' : 'inspections.refuse')}
      onClose={onClose}
    >
      {me !== body.person && (
        <>
          <p className="wide quiet">{t('inspections.confirmText', { name: body.personName })}</p>
          <SecondStaff
            label={t('inspections.byInspected', { name: body.personName })}
            witness={witness}
            onWitness={setWitness}
            error={form.errors.person}
          />
        </>
      )}
      <TextField
        form={form}
        name="comment"
        label={t('inspections.field.comment')}
        rows={2}
        required={!agrees}
        wide
      />
    </FormDialog>
  );
}

function VoidDialog({
  inspection: { id, body },
  onClose,
}: {
  readonly inspection: Inspection;
  readonly onClose: () => void;
}): ReactElement {
  const no = body.no ?? '';
  const form = useForm({
    draftKey: `inspection.void:${id}`,
    initial: { reason: '' },
    save: ({ reason }, actId) => runCommand(voidInspection, { id, reason }, { actId }),
    onSaved: () => {
      toast(t('inspections.voided', { no }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('inspections.voidTitle', { no })}
      submitLabel={t('inspections.void')}
      onClose={onClose}
      danger
    >
      <p className="wide">{t('inspections.voidText')}</p>
      <TextField form={form} name="reason" label={t('inspections.field.reason')} required wide />
    </FormDialog>
  );
}
