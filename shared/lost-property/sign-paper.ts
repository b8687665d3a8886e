/** `lostItem.signPaper`: the original of a 纸质签字 has its archive number (DOMAIN §2). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { ARCHIVE_NO_MAX } from '../signatures/signature';
import { openSignatures, sheetWaits } from './custody';
import type { Handover } from './schema';
import { acceptLost, eventBase, itemIn, readLost, withEvent } from './state';

export interface SignPaper {
  /** A found item, or a handover sheet. */
  readonly id: string;
  /** The signed event of the item; '' for a sheet. */
  readonly event: string;
  readonly archiveNo: string;
}

export const signPaper: Command<SignPaper> = {
  type: 'lostItem.signPaper',
  roles: ['clerk', 'lead', 'hr'],
  reads: ({ id }) => [readLost('item', id)],
  decide: ({ event, archiveNo: typed }, loaded, context) => {
    const checks = new Checks();
    const archiveNo = checks.text('archiveNo', typed, { max: ARCHIVE_NO_MAX, required: true });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const sheet = loaded.item?.find((doc): doc is Handover => doc.kind === 'handover');
    if (sheet) {
      if (!sheetWaits(sheet)) return refuse({ code: 'noSignatureDue' });
      return acceptLost({
        ...sheet,
        dueAt: '9999',
        body: withLog({ ...sheet.body, archiveNo }, context, 'lostItem.signPaper'),
      });
    }
    const item = itemIn(loaded);
    if (!item) return refuse({ code: 'notFound' });
    if (!openSignatures(item.body).some((open) => open.event === event))
      return refuse({ code: 'noSignatureDue' });
    return acceptLost(
      withEvent(
        item,
        { ...eventBase(context, null), type: 'signatureFiled', of: event, archiveNo },
        context,
        'lostItem.signPaper',
      ),
    );
  },
};
