/** One loss report beside the list, with what may be the lost item, and its dialogs. */
import type { ReactElement, ReactNode } from 'react';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { closeReport } from '@shared/lost-property/close-report';
import type { Match } from '@shared/lost-property/match';
import {
  CLOSE_RESULTS,
  type CloseResult,
  type FoundItem,
  type LossReport,
} from '@shared/lost-property/schema';
import { featuresText } from '@shared/lost-property/words';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { ChoiceField } from '../../ui/choice-field';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { RecordPanel } from '../../ui/record-panel';
import { toast } from '../../ui/toast';
import { ContactList } from './contact-list';
import { describeAct, describeChanges } from './log-text';
import { ReportProposals } from './proposals';

interface ReportPanelProps {
  readonly report: LossReport;
  readonly items: readonly FoundItem[];
  readonly matches: readonly Match[];
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

/** True while somebody still looks for the thing. */
export const isOpen = ({ status }: LossReport): boolean => status === 'open' || status === 'matched';

export function ReportPanel({ report, items, matches, onAct, onClose }: ReportPanelProps): ReactElement {
  const { body, status } = report;
  const { actor, desk } = useSession();
  const { owner } = body;
  const phone =
    report.desk === desk && isOpen(report) ? (
      owner.phone
    ) : (
      <MaskedPhone phone={owner.phone} record={report.id} />
    );
  const returned = items.find(({ id }) => id === body.returnedItem);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('lostProperty.field.loser'),
      <>
        {owner.name} {owner.under14 && t('lostProperty.guardian')} {phone}
      </>,
    ],
    [
      t('lostProperty.field.lost'),
      [body.lostFrom === body.lostTo ? body.lostFrom : `${body.lostFrom} – ${body.lostTo}`, body.place]
        .filter(Boolean)
        .join(' · '),
    ],
    [t('lostProperty.field.category'), body.category],
    [t('lostProperty.field.features'), featuresText(body.features, true)],
    [t('lostProperty.field.quantity'), t('lostProperty.pieces', { count: body.quantity })],
    [
      t('lostProperty.field.result'),
      [body.closeResult && t(`lostProperty.closeResult.${body.closeResult}`), returned?.body.no]
        .filter(Boolean)
        .join(' '),
    ],
    [t('lostProperty.field.remark'), body.remark],
  ];
  const actions: readonly (readonly [string, string, boolean])[] = [
    ['close', t('lostProperty.closeReport'), isOpen(report)],
    ['correct', t('lostProperty.correct'), isOpen(report)],
    ['void', t('lostProperty.void'), status !== 'returned'],
  ];
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={body.name}
      tags={
        <span className={isOpen(report) ? 'tag good' : 'tag'}>
          {t(`lostProperty.reportStatus.${status}`)}
        </span>
      }
      onClose={onClose}
      facts={facts}
      log={body.log ?? []}
      describe={describeAct}
      describeChange={describeChanges}
      actions={
        status !== 'void' && hasRole(actor?.roles ?? [], DESK_ROLES) ? (
          <>
            {isOpen(report) && (
              <button type="button" className="button primary grow" onClick={() => onAct('contact')}>
                {t('lostProperty.contact')}
              </button>
            )}
            {actions
              .filter(([, , shown]) => shown)
              .map(([act, label]) => (
                <button key={act} type="button" className="button" onClick={() => onAct(act)}>
                  {label}
                </button>
              ))}
          </>
        ) : null
      }
    >
      <ReportProposals report={report} matches={matches} items={items} />
      <ContactList contacts={body.contacts} />
    </RecordPanel>
  );
}

/** 结束寻找. */
export function CloseDialog({
  report: { id, body },
  onClose,
}: {
  readonly report: LossReport;
  readonly onClose: () => void;
}): ReactElement {
  const form = useForm<{ readonly result: CloseResult; readonly note: string }>({
    draftKey: `lossReport.close:${id}`,
    initial: { result: 'foundElsewhere', note: '' },
    save: (values, actId) => runCommand(closeReport, { id, ...values }, { actId }),
    onSaved: () => {
      toast(t('lostProperty.reportClosed'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('lostProperty.closeTitle', { no: body.no ?? '' })}
      submitLabel={t('lostProperty.closeReport')}
      onClose={onClose}
    >
      <ChoiceField
        form={form}
        name="result"
        label={t('lostProperty.field.result')}
        options={CLOSE_RESULTS.map((value) => ({ value, label: t(`lostProperty.closeResult.${value}`) }))}
        wide
      />
      <TextField form={form} name="note" label={t('lostProperty.field.note')} wide />
    </FormDialog>
  );
}
