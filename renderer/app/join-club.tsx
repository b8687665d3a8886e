/** 加入已有俱乐部: a new PC becomes a further desk; people and settings come first, the rest while work begins. */
import type { ReactElement } from 'react';
import { currentState } from '../data/checkpoint';
import { host } from '../data/host';
import { beginJournal } from '../data/recover';
import { useSession } from '../data/session';
import { joinFirst } from '../data/sync/loop';
import { TextField } from '../ui/fields';
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
    secrets: ['code'],
    save: async ({ url, code, deskName }) => {
      const empty = Object.entries({ url, code, deskName }).filter(([, value]) => value.trim() === '');
      if (empty.length > 0)
        return { ok: false, refusals: empty.map(([field]) => ({ field, code: 'required' })) };
      // A join that was broken off after enrolment goes on with the desk it got.
      const before = await host.call('endpoint.state');
      const enrolled = before
        ? ({ ok: true, epoch: '' } as const)
        : await host.call('endpoint.enrol', url.trim(), code.trim(), deskName.trim(), '');
      if (!enrolled.ok) return { ok: false, refusals: [{ code: `enrol.${enrolled.code}` }] };
      const link = await host.call('endpoint.state');
      if (!link) return { ok: false, refusals: [{ code: 'enrol.notKept' }] };
      if (currentState()?.desk !== link.desk && !(await beginJournal(link.desk)))
        return { ok: false, refusals: [{ code: 'journalFailed' }] };
      useSession.setState({ desk: link.desk });
      if (!(await joinFirst(link, enrolled.epoch)))
        return { ok: false, refusals: [{ code: 'enrol.unreachable' }] };
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
        <TextField form={form} name="url" label={t('sync.url')} help={t('sync.urlHelp')} required wide />
        <TextField form={form} name="code" label={t('sync.code')} required />
        <TextField form={form} name="deskName" label={t('sync.deskName')} required />
      </FormPanel>
    </>
  );
}
