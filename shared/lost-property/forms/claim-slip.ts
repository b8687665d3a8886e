/** 认领单: half a page twice, for the club and for whoever took the item (FORMS). */
import { civil } from '../../core/time';
import type { Block, FormDoc } from '../../forms/model';
import { dateTimeCell } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { lostProperty as words } from '../../messages/zh-CN/lost-property';
import { signatureCell, staffText } from '../../signatures/signature';
import { archiveNoOf, eventsOf } from '../custody';
import type { FoundItemBody } from '../schema';

/** Input of the form `lost-claim-slip`: the item and which of its claims. */
export interface ClaimSlipInput {
  readonly club: string;
  readonly body: FoundItemBody;
  readonly event: string;
  /** Name of who handled the claim. */
  readonly handler: string;
}

const form = words.form;

/** @throws RangeError when the item has no such claim */
export function claimSlip({ club, body, event: id, handler }: ClaimSlipInput): FormDoc {
  const events = eventsOf(body);
  const event = events.find((one) => one.id === id);
  if (event?.type !== 'claimed' && event?.type !== 'returned') throw new RangeError(`no claim ${id}`);
  const { claim, quantity, signature, second, at } = event;
  const before = events.slice(0, events.indexOf(event) + 1);
  const gone = before.reduce((sum, one) => sum + (one.type === event.type ? one.quantity : 0), 0);
  const pool =
    event.type === 'claimed'
      ? body.quantity
      : before.reduce((sum, one) => sum + (one.type === 'handedOver' ? one.quantity : 0), 0);
  const features = claim.features.map(({ text }) => fill(form.featureOk, { text })).join('　');
  const behalf = claim.behalf;
  const amount =
    body.amount === null
      ? []
      : [{ label: form.amount, value: fill(words.cashOf, { amount: (body.amount / 100).toFixed(2) }) }];
  const blocks: Block[] = [
    {
      type: 'fields',
      perLine: 2,
      fields: [
        { label: form.item, value: body.name },
        { label: form.bagNo, value: body.bagNo },
        ...amount,
        { label: form.featureCheck, value: features || form.noFeatures, wide: true },
        {
          label: form.quantityCheck,
          value: fill(form.quantityLeft, { quantity, left: Math.max(0, pool - gone) }),
          wide: true,
        },
        { label: form.identity, value: words.identity[claim.identity] },
        { label: form.document, value: `${words.documentType[claim.documentType]} ${claim.last4}` },
        { label: form.claimant, value: claim.under14 ? `${claim.name}（${words.guardian}）` : claim.name },
        { label: form.phone, value: claim.phone },
        { label: form.behalf, value: behalf ? fill(form.behalfText, behalf) : form.behalfNone, wide: true },
      ],
    },
    {
      type: 'signatures',
      lines: [
        {
          label: claim.under14 ? form.guardianSigns : form.claimantSigns,
          value: signatureCell(signature, archiveNoOf(body, id, signature)),
          date: civil(at).slice(0, 10),
        },
        { label: form.handler, value: staffText({ name: handler, at }) },
        ...(second ? [{ label: form.witness, value: staffText(second) }] : []),
      ],
    },
  ];
  return {
    paper: { size: 'A4-half', copies: [form.slipOurs, form.slipTheirs] },
    club,
    title: form.slip,
    ...(body.no ? { reference: body.no } : {}),
    subtitle: fill(form.slipTime, { no: body.no ?? '', time: dateTimeCell(at) }),
    blocks,
  };
}
