/** 上交记录: every deposit of a period with its slip. */
import { useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { giveDepositBack, receiveDeposit } from '@shared/deposits/receive-deposit';
import { filePaper } from '@shared/ledger/file-paper';
import { dateTimeCell, periodText } from '@shared/forms/texts';
import type { Reversal } from '@shared/ledger/schema';
import { ledger } from '@shared/messages/zh-CN/ledger';
import { deposits as words } from '@shared/messages/zh-CN/deposits';
import { staffName } from '../../data/directory';
import { isOffered } from '../../data/offered';
import { today, useSession } from '../../data/session';
import { exportList } from '../../ui/export-list';
import { t, type MessageKey } from '../../ui/i18n';
import { PeriodFilter, chosenPeriod, type PeriodChoice } from '../../ui/period-filter';
import { RecordPanel } from '../../ui/record-panel';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ReverseDialog } from '../../ui/reverse/reverse-dialog';
import { ListState } from '../../ui/states';
import { dayTime } from '../../ui/typed';
import { PaperDialog } from './paper-dialog';
import { printDeposit } from './prints';
import { GiveBackDialog, ReceiveDialog } from './receive-dialogs';
import { Tabs } from './tabs';
import { useDeposits, type DepositRow } from './use-deposits';

/** Finance gave it back, or a lead of the desk took it back. */
const isGivenBack = ({ body }: Reversal): boolean => body.log?.[0]?.act === giveDepositBack.type;
const reversedText = (reversal: Reversal): string =>
  t(isGivenBack(reversal) ? 'deposits.wentBack' : 'deposits.reversed');

const columns = (): readonly RegisterColumn<DepositRow>[] => [
  {
    key: 'no',
    title: t('deposits.field.no'),
    width: '166px',
    render: ({ doc }) => <span className="quiet">{doc.body.no}</span>,
    sort: ({ doc }) => doc.body.no ?? '',
  },
  {
    key: 'time',
    title: t('deposits.field.time'),
    width: '108px',
    render: ({ doc }) => dayTime(doc.at),
    sort: ({ doc }) => doc.at,
  },
  {
    key: 'giver',
    title: t('deposits.field.giver'),
    width: 'minmax(66px, 1fr)',
    render: ({ doc }) => staffName(doc.by),
    sort: ({ doc }) => staffName(doc.by),
  },
  {
    key: 'receiver',
    title: t('deposits.field.receiver'),
    width: 'minmax(92px, 1.2fr)',
    render: ({ receiver, waits, reversal }) => (
      <>
        {receiver?.name}
        {!receiver && !reversal && <span className="tag due">{t('signatures.waitsForReceiver')}</span>}
        {waits && <span className="tag due">{t('deposits.waitsForPaper')}</span>}
        {reversal && <span className="tag">{reversedText(reversal)}</span>}
      </>
    ),
  },
  {
    key: 'bank',
    title: t('deposits.field.bankSlipNo'),
    width: 'minmax(84px, 1fr)',
    render: ({ doc }) => doc.body.bankSlipNo,
  },
  {
    key: 'total',
    title: t('deposits.field.total'),
    width: '112px',
    align: 'right',
    render: ({ doc }) => formatMoney(doc.body.total),
    sort: ({ doc }) => doc.body.total,
  },
];

interface Line {
  readonly row: DepositRow;
  readonly line: DepositRow['doc']['body']['lines'][number];
}

/** One line of the file per session and tender. */
function exportDeposits(rows: readonly DepositRow[], of: string): Promise<void> {
  const { field } = words;
  return exportList<Line>({
    register: 'deposits',
    title: words.records,
    of,
    columns: [
      { title: field.no, width: 22, value: ({ row }) => row.doc.body.no ?? '' },
      { title: field.day, width: 12, value: ({ row }) => row.doc.day },
      { title: field.session, width: 22, value: ({ line }) => line.sessionNo },
      { title: field.shift, width: 8, value: ({ line }) => line.shift },
      { title: field.tender, width: 12, value: ({ line }) => ledger.tender[line.tender] },
      { title: field.amount, width: 14, value: ({ line }) => line.amount / 100 },
      { title: field.slips, width: 10, value: ({ line }) => line.slips },
      { title: field.bankSlipNo, width: 18, value: ({ row }) => row.doc.body.bankSlipNo },
      { title: field.giver, width: 12, value: ({ row }) => staffName(row.doc.by) },
      { title: field.receiver, width: 14, value: ({ row }) => row.receiver?.name ?? '' },
    ],
    rows: [...rows].reverse().flatMap((row) => row.doc.body.lines.map((line) => ({ row, line }))),
  });
}

/** @param record id of the selected deposit, '' for none */
export function RecordsPage({ record }: { readonly record: string }): ReactElement {
  const [, navigate] = useLocation();
  const [choice, setChoice] = useState<PeriodChoice>({ preset: 'thisMonth' });
  const period = chosenPeriod(choice, today());
  const { state, rows } = useDeposits(period);
  const shown = useMemo(columns, []);
  const selected = rows.find(({ id }) => id === record);
  const total = rows.reduce((sum, { doc, reversal }) => sum + (reversal ? 0 : doc.body.total), 0);
  return (
    <RegisterPage
      title={t('deposits.title')}
      hint={<Tabs current="records" />}
      {...(rows.length > 0
        ? { onExport: () => void exportDeposits(rows, periodText(period.from, period.to)) }
        : {})}
      {...(selected
        ? { onPrint: () => printDeposit(selected.doc, selected.receiver, selected.archiveNo) }
        : {})}
      filters={<PeriodFilter choice={choice} today={today()} onChange={setChoice} />}
      table={
        <RegisterTable
          label={t('deposits.records')}
          columns={shown}
          rows={rows}
          selected={selected?.id ?? null}
          onSelect={(id) => navigate(id ? `/deposits/records/${id}` : '/deposits/records')}
          empty={<ListState state={state} title={t('deposits.noRecords')} />}
          foot={
            <>
              <span>{t('ui.rows', { count: rows.length })}</span>
              <span className="spacer" />
              <span>{`${t('deposits.field.total')} ${formatMoney(total)}`}</span>
            </>
          }
        />
      }
      side={selected && <DepositPanel row={selected} onClose={() => navigate('/deposits/records')} />}
    />
  );
}

function DepositPanel({
  row,
  onClose,
}: {
  readonly row: DepositRow;
  readonly onClose: () => void;
}): ReactElement {
  const { doc, receiver, archiveNo, waits, reversal } = row;
  const [act, setAct] = useState<'receive' | 'giveBack' | 'reverse' | 'file' | null>(null);
  const close = (): void => setAct(null);
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const later = doc.body.receiver.mode === 'later' && !reversal;
  const mayGiveBack = later && hasRole(roles, receiveDeposit.roles) && isOffered(receiveDeposit);
  const mayReceive = mayGiveBack && !receiver;
  const mayUndo = !reversal && !(later && receiver) && hasRole(roles, DESK_ROLES);
  const { body, by, at, desk } = doc;
  return (
    <>
      <RecordPanel
        number={body.no ?? ''}
        title={formatMoney(body.total)}
        tags={
          reversal ? (
            <span className="tag">{reversedText(reversal)}</span>
          ) : (
            <>
              {waits && <span className="tag due">{t('deposits.waitsForPaper')}</span>}
              {!receiver && <span className="tag due">{t('signatures.waitsForReceiver')}</span>}
            </>
          )
        }
        onClose={onClose}
        facts={[
          [t('deposits.field.time'), dayTime(at)],
          [t('deposits.field.desk'), desk],
          [t('deposits.field.giver'), staffName(by)],
          [
            t('deposits.field.receiver'),
            receiver?.name ?? (reversal ? '' : t('signatures.waitsForReceiver')),
          ],
          [
            t('deposits.field.receivedAt'),
            receiver && doc.body.receiver.mode === 'later' ? dayTime(receiver.at) : '',
          ],
          [t('signatures.archiveNo'), archiveNo],
          [t('deposits.field.bankSlipNo'), body.bankSlipNo],
          [t('deposits.field.reason'), body.reason],
          [t('deposits.field.remark'), body.remark],
        ]}
        log={[...(body.log ?? []), ...(reversal?.body.log ?? [])]}
        describe={({ act }) => t(`deposits.act.${act}` as MessageKey)}
        actions={
          <>
            <button
              type="button"
              className={mayReceive ? 'button grow' : 'button primary grow'}
              onClick={() => printDeposit(doc, receiver, archiveNo)}
            >
              {t('deposits.print')}
            </button>
            {mayReceive && (
              <button type="button" className="button primary" onClick={() => setAct('receive')}>
                {t('deposits.receive')}
              </button>
            )}
            {mayGiveBack && (
              <button type="button" className="button" onClick={() => setAct('giveBack')}>
                {t('deposits.giveBack')}
              </button>
            )}
            {waits && hasRole(roles, filePaper.roles) && (
              <button type="button" className="button" onClick={() => setAct('file')}>
                {t('deposits.filePaper')}
              </button>
            )}
            {mayUndo && (
              <button type="button" className="button danger" onClick={() => setAct('reverse')}>
                {t('deposits.reverse')}
              </button>
            )}
          </>
        }
      >
        {reversal && (
          <div className="notice">
            {t(isGivenBack(reversal) ? 'deposits.wentBackBy' : 'ledger.reverse.by', {
              reason: reversal.body.reason,
              lead: reversal.body.approval.name,
              time: dateTimeCell(reversal.at),
            })}
          </div>
        )}
        <h2>{t('deposits.lines')}</h2>
        <table className="deposit-lines">
          <tbody>
            {body.lines.map(({ session, day, shift, tender, amount }) => (
              <tr key={`${session} ${tender}`}>
                <td>{day.slice(5)}</td>
                <td>{shift}</td>
                <td>{t(`ledger.tender.${tender}`)}</td>
                <td className="right">{formatMoney(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </RecordPanel>
      {act === 'receive' && <ReceiveDialog deposit={doc} onClose={close} />}
      {act === 'giveBack' && <GiveBackDialog deposit={doc} onClose={close} />}
      {act === 'reverse' && <ReverseDialog entry={doc} onClose={close} />}
      {act === 'file' && <PaperDialog deposit={doc} onClose={close} />}
    </>
  );
}
