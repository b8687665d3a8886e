/** 接入同步端点: a desk that worked alone joins its club, and brings its records along. */
import type { ReactElement } from 'react';
import { hasRole } from '@shared/core/roles';
import type { Refusal } from '@shared/core/command';
import { host } from '../../data/host';
import { useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { joinEndpoint } from '../../data/sync/loop';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

const FIELD_OF: Readonly<Record<string, string>> = { badAddress: 'url', badCode: 'code' };

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
    secrets: ['code'],
    save: async ({ url, code, deskName }) => {
      const refusals: Refusal[] = [];
      for (const [field, value] of Object.entries({ url, code, deskName }))
        if (value.trim() === '') refusals.push({ field, code: 'required' });
      if (refusals.length > 0) return { ok: false, refusals };
      const enrolled = await host.call('endpoint.enrol', url.trim(), code.trim(), deskName.trim(), desk);
      if (!enrolled.ok)
        return {
          ok: false,
          refusals: [{ field: FIELD_OF[enrolled.code] ?? '', code: `enrol.${enrolled.code}` }],
        };
      const link = await host.call('endpoint.state');
      if (link) await joinEndpoint(link, enrolled.epoch);
      toast(t('sync.joined', { club: enrolled.club, desk: enrolled.desk }));
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
          <TextField form={form} name="url" label={t('sync.url')} help={t('sync.urlHelp')} required wide />
          <TextField form={form} name="code" label={t('sync.code')} required />
          <TextField form={form} name="deskName" label={t('sync.deskName')} required />
        </FormPanel>
      ) : (
        <p className="quiet">{t('sync.adminOnly')}</p>
      )}
    </section>
  );
}
