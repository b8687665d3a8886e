/** Who waits for a call or an answer, and what was not passed on yet: my own matters first (DOMAIN §2, §3.2). */
import { isEnquiry, isPassed, type Enquiry } from '@shared/enquiries/schema';
import { staffName } from '../../data/directory';
import { dueTickets } from '../../data/due-tickets';
import { useSession } from '../../data/session';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { dueLevel, untilText } from '../../ui/service/due-badge';

export default async function enquiriesToday(context: TodayContext): Promise<readonly TodayItem[]> {
  const due = await dueTickets();
  const me = useSession.getState().actor?.id ?? '';
  return due
    .filter(isEnquiry)
    .filter(({ status }) => status === 'open')
    .map((enquiry) => lineOf(enquiry, me, context));
}

function lineOf(enquiry: Enquiry, me: string, { now, settings }: TodayContext): TodayItem {
  const { id, key, dueAt, body } = enquiry;
  const name = body.customer.name || t('enquiries.anonymous');
  const [title, label, act] = body.callBack
    ? [t('enquiries.todayCallBack', { name }), t('enquiries.callBack'), '/call']
    : isPassed(body.outcome)
      ? [t('enquiries.todayPassOn', { name }), t('enquiries.look'), '']
      : [t('enquiries.todayUnanswered', { name }), t('enquiries.answerAct'), '/answer'];
  const said = { no: body.no ?? '', summary: body.summary };
  return {
    id: `enquiry:${id}`,
    level: dueLevel(dueAt, now, settings.amberMinutes),
    title,
    detail:
      key === me
        ? t('enquiries.todayDetail', said)
        : t('enquiries.todayDetailOf', { ...said, responsible: staffName(key) }),
    until: untilText(dueAt, now),
    dueAt,
    mine: key === me,
    action: { label, path: `/enquiries/${id}${act}` },
  };
}
