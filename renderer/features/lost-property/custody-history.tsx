/** Who held the item from when to when, by which signature (DOMAIN §3.6). */
import type { ReactElement } from 'react';
import { archiveNoOf, staysOf } from '@shared/lost-property/custody';
import type { CustodyEvent, FoundItem, FoundItemBody, Handover } from '@shared/lost-property/schema';
import type { Signature } from '@shared/signatures/signature';
import { staffName } from '../../data/directory';
import { t } from '../../ui/i18n';
import { dayTime } from '../../ui/typed';
import { printSheet, printSlip } from './prints';

/** A signature in words, with where its paper is filed. */
export function signedText(signature: Signature, archiveNo: string): string {
  const { name } = signature;
  switch (signature.mode) {
    case 'screen':
      return t('lostProperty.signedOnScreen', { name });
    case 'pin':
      return t('lostProperty.signedByPin', { name });
    case 'paper':
      return t('lostProperty.signedOnPaper', { name, archiveNo: archiveNo || t('signatures.waiting') });
  }
}

function byWhom(event: CustodyEvent, body: FoundItemBody, sheet: Handover | undefined): string {
  const second = event.second ? t('lostProperty.seconded', { name: event.second.name }) : '';
  const signed =
    'signature' in event ? signedText(event.signature, archiveNoOf(body, event.id, event.signature)) : '';
  const received =
    event.type === 'handedOver' && sheet && sheet.body.receiver.mode !== 'later'
      ? signedText(sheet.body.receiver, sheet.body.archiveNo)
      : '';
  const receipt =
    event.type === 'toPolice' ? event.receiptNo : event.type === 'disposed' ? event.destination : '';
  return [signed || received || receipt, staffName(event.by), second].filter(Boolean).join(' · ');
}

export function CustodyHistory({
  item,
  sheets,
}: {
  readonly item: FoundItem;
  readonly sheets: readonly Handover[];
}): ReactElement {
  const { body } = item;
  return (
    <>
      <h2>{t('lostProperty.custody')}</h2>
      <ul className="log custody">
        {staysOf(body).map(({ holder, quantity, from, to, event }) => {
          const sheet =
            event.type === 'handedOver' ? sheets.find(({ id }) => id === event.handover) : undefined;
          const period =
            to !== '' && to !== from
              ? t('lostProperty.stayUntil', { from: dayTime(from), to: dayTime(to) })
              : t('lostProperty.stayNow', { from: dayTime(from) });
          return (
            <li key={event.id}>
              <div>
                <strong>
                  {t('lostProperty.stay', { holder: t(`lostProperty.holder.${holder}`), quantity })}
                </strong>{' '}
                <span className="quiet">{period}</span>
              </div>
              <div className="quiet">{byWhom(event, body, sheet)}</div>
              {(event.type === 'claimed' || event.type === 'returned') && (
                <button type="button" className="button plain" onClick={() => printSlip(item, event.id)}>
                  {t('lostProperty.printSlip')}
                </button>
              )}
              {sheet && (
                <button type="button" className="button plain" onClick={() => printSheet(sheet)}>
                  {`${t('lostProperty.sheet')} ${sheet.body.no ?? ''}`}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
