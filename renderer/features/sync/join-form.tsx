/** 接入同步端点: a desk that worked alone joins its club, and brings its records along. */
import type { ReactElement } from 'react';
import { hasRole } from '@shared/core/roles';
import { useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { joinEndpoint } from '../../data/sync/loop';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { enrol, JOIN_SECRETS, JoinFields } from './join';

export function JoinForm(): ReactElement {
  const { desk, actor } = useSession();
  const desks = useDirectory((state) => state.desks);
  const isAdmin = hasRole(actor?.roles ?? [], ['admin']);
  const form = useForm({
    draftKey: 'sync.join',
    initial: {
      url: '',
      code: '',
      deskName: desks.find(({ body }) => body.code === desk)?.body.name ?? '',
    },
    secrets: JOIN_SECRETS,
    save: async (values) => {
      const enrolled = await enrol(values, desk);
      if (!enrolled.ok) return enrolled;
      await joinEndpoint(enrolled.link, enrolled.epoch);
      toast(t('sync.joined', { club: enrolled.link.club, desk }));
      return { ok: true, docs: [] };
    },
    onSaved: () => undefined,
  });
  return (
    <section className="join">
      <p>
        <strong>{t('sync.alone')}</strong>
      </p>
      <p className="quiet">{t('sync.aloneHelp')}</p>
      {isAdmin ? (
        <FormPanel form={form} title={t('sync.join')} submitLabel={t('sync.join')}>
          <p className="quiet wide">{t('sync.joinHelp')}</p>
          <JoinFields form={form} />
        </FormPanel>
      ) : (
        <p className="quiet">{t('sync.adminOnly')}</p>
      )}
    </section>
  );
}
