/** One session of the register: how it ended, per tender, what did not match and what came late. */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { amountOf } from '@shared/tills/schema';
import { differencesOf, holderOf, paymentLines, shiftOf, type Till } from '@shared/tills/till';
import { t, type MessageKey } from '../../ui/i18n';
import { RecordPanel } from '../../ui/record-panel';
import { dayTime } from '../../ui/typed';
import { Difference } from './money';
import { printSheet } from './prints';
import { stateOf } from './session-state';

export function SessionPanel({
  till,
  onClose,
}: {
  readonly till: Till;
  readonly onClose: () => void;
}): ReactElement {
  const { opening, closing, late } = till;
  const state = stateOf(till);
  const items = closing?.body.items;
  const receipts = items ? [items.receiptFrom, items.receiptTo].filter(Boolean).join(' – ') : '';
  return (
    <RecordPanel
      number={opening.body.no ?? ''}
      title={`${shiftOf(till)} · ${opening.desk}`}
      tags={
        <>
          <span className={state === 'open' ? 'tag good' : 'tag'}>{t(`tills.state.${state}`)}</span>
          {late.length > 0 && <span className="tag due">{t('tills.late', { count: late.length })}</span>}
        </>
      }
      onClose={onClose}
      facts={[
        [t('tills.field.holder'), holderOf(till).name],
        [t('tills.field.opened'), dayTime(opening.at)],
        [t('tills.field.closed'), closing ? dayTime(closing.at) : ''],
        [t('tills.field.float'), formatMoney(opening.body.float)],
        [t('tills.field.floatLeft'), closing ? formatMoney(closing.body.float) : ''],
        [t('tills.field.leaving'), closing?.body.leaving.name],
        [t('tills.field.taking'), closing?.kind === 'tillHandover' ? closing.body.taking.name : ''],
        [t('tills.field.witness'), closing?.kind === 'tillSeal' ? closing.body.witness.name : ''],
        [
          t('tills.field.sealNo'),
          closing?.kind === 'tillSeal' ? `${closing.body.sealNo}（${closing.body.safe}）` : '',
        ],
        [t('tills.reason'), closing?.body.reason],
        [t('tills.field.approval'), closing?.body.approval?.name],
        [t('tills.field.first'), closing?.body.first ? formatMoney(amountOf(closing.body.first.pieces)) : ''],
        [t('tills.field.receipts'), receipts],
        [t('tills.field.keys'), items?.keys],
        [t('tills.field.cards'), items?.cards],
        [t('tills.field.equipment'), items?.equipment],
        [t('tills.field.deposits'), items?.deposits],
        [t('tills.field.note'), closing?.body.note],
      ]}
      log={[...(opening.body.log ?? []), ...(closing?.body.log ?? [])]}
      describe={({ act }) => t(`tills.act.${act}` as MessageKey)}
      actions={
        closing && (
          <button type="button" className="button primary grow" onClick={() => printSheet(till)}>
            {t('tills.printSheet')}
          </button>
        )
      }
    >
      {closing && <Checks till={till} />}
      {closing && closing.body.exceptions.length > 0 && (
        <>
          <h2>{t('tills.exceptionsTitle')}</h2>
          <ul className="plain-list">
            {closing.body.exceptions.map((one, at) => (
              <li key={`${one.entry}:${at}`}>
                <span className="quiet">{one.no}</span> {t(`ledger.tender.${one.tender}`)}{' '}
                {formatMoney(one.amount)} <strong>{t(`tills.outcome.${one.outcome}`)}</strong> {one.note}
              </li>
            ))}
          </ul>
        </>
      )}
      {late.length > 0 && (
        <>
          <h2>{t('tills.lateTitle')}</h2>
          <p className="quiet small">{t('tills.lateHelp')}</p>
          <ul className="plain-list">
            {late.flatMap(paymentLines).map((line) => (
              <li key={line.key}>
                {dayTime(line.at)} <span className="quiet">{line.no}</span> {t(`ledger.kind.${line.kind}`)}{' '}
                {t(`ledger.tender.${line.tender}`)} {formatMoney(line.amount)}
              </li>
            ))}
          </ul>
        </>
      )}
    </RecordPanel>
  );
}

/** Expected and actual per tender; the difference as late entries leave it. */
function Checks({ till }: { readonly till: Till }): ReactElement {
  const differences = differencesOf(till);
  return (
    <table className="tenders">
      <thead>
        <tr>
          <th>{t('tills.field.tender')}</th>
          <th>{t('tills.field.expected')}</th>
          <th>{t('tills.field.actual')}</th>
          <th>{t('tills.field.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {till.closing?.body.checks.map(({ tender, expected, actual, batchNo }) => (
          <tr key={tender} title={batchNo}>
            <th scope="row">{t(`ledger.tender.${tender}`)}</th>
            <td>{formatMoney(expected)}</td>
            <td>{formatMoney(actual)}</td>
            <td>
              <Difference fen={differences[tender] ?? 0} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
