/** One found item or loss report as the printed registers and the exported sheet show it (FORMS). */
import { maskPhone } from '../core/mask';
import type { Settings } from '../core/settings';
import { businessDay, civil, clock } from '../core/time';
import type { Cell } from '../forms/model';
import { fill } from '../messages/fill';
import { lostProperty as words } from '../messages/zh-CN/lost-property';
import { signatureCell } from '../signatures/signature';
import { archiveNoOf, custodyOf, eventsOf, statusOf } from './custody';
import type { CustodyEvent, FoundItem, FoundStatus, LossReport } from './schema';
import { featuresText } from './words';

export interface RowOptions {
  /** Name of a member of staff or a department by id. */
  readonly nameOf: (id: string) => string;
  readonly showPhones: boolean;
  readonly settings: Settings;
}

/** The columns of 遗留物品登记表. */
export interface FoundRow {
  readonly status: FoundStatus;
  readonly no: string;
  readonly foundDay: string;
  readonly foundTime: string;
  readonly place: string;
  readonly name: string;
  readonly features: string;
  readonly quantity: number;
  readonly finder: string;
  readonly phone: string;
  readonly finderSignature: Cell;
  readonly storage: string;
  readonly receivedBy: string;
  readonly statusText: string;
  readonly goneDay: string;
  readonly claimant: string;
  readonly last4: string;
  readonly claimedQuantity: string;
  readonly claimantSignature: Cell;
  readonly handledBy: string;
  readonly result: string;
  readonly remark: string;
}

type ClaimEvent = Extract<CustodyEvent, { readonly type: 'claimed' | 'returned' }>;

const dayOf = (instant: string): string => civil(instant).slice(0, 10);

export function foundRow({ body, by }: FoundItem, { nameOf, showPhones, settings }: RowOptions): FoundRow {
  const events = eventsOf(body);
  const custody = custodyOf(body);
  const status = statusOf(custody);
  const received = events.find((event) => event.type === 'received');
  const claims = events.filter(
    (event): event is ClaimEvent => event.type === 'claimed' || event.type === 'returned',
  );
  const claim = claims.at(-1);
  const moves = events.filter((event) => 'quantity' in event);
  const last = moves.at(-1);
  return {
    status,
    no: body.no ?? '',
    foundDay: businessDay(body.foundAt, settings.cutOffHour),
    foundTime: clock(body.foundAt),
    place: body.place,
    name:
      body.amount === null
        ? body.name
        : `${body.name}（${fill(words.cashOf, { amount: (body.amount / 100).toFixed(2) })}）`,
    features: featuresText(body.features, true),
    quantity: body.quantity,
    finder: [
      body.finder.name,
      body.finder.under14 ? words.guardian : body.finder.department && nameOf(body.finder.department),
    ]
      .filter(Boolean)
      .join(' '),
    phone: showPhones ? body.finder.phone : maskPhone(body.finder.phone),
    finderSignature:
      received?.type === 'received'
        ? signatureCell(received.signature, archiveNoOf(body, received.id, received.signature))
        : '',
    storage: [body.storage, body.bagNo && fill(words.bag, { no: body.bagNo })].filter(Boolean).join(' / '),
    receivedBy: [nameOf(by), received?.second?.name].filter(Boolean).join('、'),
    statusText:
      status === 'held' && custody.held < custody.found
        ? fill(words.partlyHeld, { held: custody.held })
        : words.status[status],
    goneDay: last ? dayOf(last.at) : '',
    claimant: claim
      ? [
          claim.claim.name,
          claim.claim.under14
            ? words.guardian
            : claim.claim.behalf && fill(words.behalfOf, { owner: claim.claim.behalf.owner }),
        ]
          .filter(Boolean)
          .join(' ')
      : '',
    last4: claim?.claim.last4 ?? '',
    claimedQuantity: claims.length > 0 ? String(custody.claimed + custody.returned) : '',
    claimantSignature: claim
      ? signatureCell(claim.signature, archiveNoOf(body, claim.id, claim.signature))
      : '',
    handledBy: last ? [nameOf(last.by), last.second?.name].filter(Boolean).join('、') : '',
    result: resultText(events, custody.noticeDay, body.log?.at(-1)?.reason ?? ''),
    remark: body.remark,
  };
}

function resultText(events: readonly CustodyEvent[], noticeDay: string, reason: string): string {
  const parts = events.flatMap((event) => {
    switch (event.type) {
      case 'handedOver':
        return [fill(words.result.handedOver, { quantity: event.quantity })];
      case 'toPolice':
        return [fill(words.result.toPolice, { quantity: event.quantity, receiptNo: event.receiptNo })];
      case 'returned':
        return [fill(words.result.returned, { quantity: event.quantity })];
      case 'disposed':
        return [
          fill(words.result.disposed, {
            quantity: event.quantity,
            ground: words.ground[event.ground],
            destination: event.destination,
          }),
        ];
      case 'stored':
        return [fill(words.result.stored, { place: event.place })];
      case 'voided':
        return [fill(words.result.voided, { reason })];
      case 'received':
      case 'claimed':
      case 'noticed':
      case 'signatureFiled':
        return [];
    }
  });
  return [...parts, noticeDay && fill(words.result.noticed, { day: noticeDay })].filter(Boolean).join('；');
}

/** The columns of 报失登记表. */
export interface ReportRow {
  readonly no: string;
  readonly day: string;
  readonly owner: string;
  readonly phone: string;
  readonly name: string;
  readonly features: string;
  readonly lost: string;
  readonly place: string;
  readonly match: string;
  readonly result: string;
}

/** @param noOf register number of an item by id */
export function reportRow(
  { body, day, status }: LossReport,
  { showPhones }: RowOptions,
  noOf: (id: string) => string,
): ReportRow {
  const accepted = body.decisions
    .filter(({ decision }) => decision === 'accepted')
    .map(({ item }) => noOf(item));
  const quantity = body.quantity > 1 ? ` ×${body.quantity}` : '';
  return {
    no: body.no ?? '',
    day,
    owner: body.owner.under14 ? `${body.owner.name}（${words.guardian}）` : body.owner.name,
    phone: showPhones ? body.owner.phone : maskPhone(body.owner.phone),
    name: `${body.name}${quantity}`,
    features: featuresText(body.features, true),
    lost: body.lostFrom === body.lostTo ? body.lostFrom : `${body.lostFrom} 至 ${body.lostTo}`,
    place: body.place,
    match: (body.returnedItem ? [noOf(body.returnedItem)] : accepted).join('、'),
    result: body.closeResult === '' ? words.reportStatus[status] : words.closeResult[body.closeResult],
  };
}
