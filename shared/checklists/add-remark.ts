/** `checklist.addRemark`: a signed list is never changed; what is to be said afterwards is added with name and time. */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { REMARK_MAX, type Checklist } from './schema';

export interface AddRemark {
  readonly id: string;
  readonly remark: string;
}

export const addChecklistRemark: Command<AddRemark> = {
  type: 'checklist.addRemark',
  roles: DESK_ROLES,
  reads: ({ id }) => [{ name: 'list', collection: 'roster', ids: [id] }],
  decide: ({ remark }, loaded, context) => {
    const list = loaded.list?.find((doc): doc is Checklist => doc.kind === 'checklist');
    if (!list) return refuse({ code: 'notFound' });
    const checks = new Checks();
    const reason = checks.text('remark', remark, { max: REMARK_MAX, required: true });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = withLog(list.body, context, 'checklist.addRemark', { reason });
    return accept({ collection: 'roster', doc: { ...list, body } });
  },
};
