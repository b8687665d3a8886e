/** 加入已有俱乐部: a new PC becomes a further desk; people and settings come first, the rest while work begins. */
import type { ReactElement } from 'react';
import { currentState } from '../data/checkpoint';
import { beginJournal } from '../data/recover';
import { useSession } from '../data/session';
import { joinFirst } from '../data/sync/loop';
import { currentLink } from '../data/sync/outgoing';
import { enrol, JOIN_SECRETS, JoinFields, joinRefused } from '../features/sync/join';
import { FormPanel, useForm } from '../ui/form';
import { t } from '../ui/i18n';

interface JoinClubProps {
  readonly onDone: () => void;
  readonly onBack: () => void;
}

export function JoinClub({ onDone, onBack }: JoinClubProps): ReactElement {
  const form = useForm({
    draftKey: 'first-run.join',
    initial: { url: '', code: '', deskName: '' },
    secrets: JOIN_SECRETS,
    save: async (values) => {
      // A join that was broken off after enrolment goes on with the desk it got; the endpoint tells its epoch.
      const before = currentLink();
      const enrolled = before ? ({ ok: true, link: before, epoch: '' } as const) : await enrol(values, '');
      if (!enrolled.ok) return enrolled;
      const { link, epoch } = enrolled;
      if (currentState()?.desk !== link.desk && !(await beginJournal(link.desk)))
        return joinRefused({ code: 'journalFailed' });
      useSession.setState({ desk: link.desk });
      if (!(await joinFirst(link, epoch))) return joinRefused({ code: 'enrol.unreachable' });
      return { ok: true, docs: [] };
    },
    onSaved: onDone,
  });
  return (
    <>
      <header>
        <h1>{t('sync.joinClub')}</h1>
        <p className="quiet">{t('sync.joinClubText')}</p>
      </header>
      <FormPanel form={form} title="" submitLabel={t('sync.joinClub')} onClose={onBack}>
        <JoinFields form={form} />
      </FormPanel>
    </>
  );
}
