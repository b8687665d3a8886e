/** What joining an endpoint asks for, at a desk that worked alone and on a new PC. */
import type { ReactElement } from 'react';
import type { Refusal } from '@shared/core/command';
import type { EndpointState } from '@shared/sync/calls';
import { host } from '../../data/host';
import { TextField } from '../../ui/fields';
import type { Form } from '../../ui/form';
import { t } from '../../ui/i18n';

export interface JoinValues {
  readonly url: string;
  readonly code: string;
  readonly deskName: string;
}

/** Fields that are never kept in a draft. */
export const JOIN_SECRETS = ['code'] as const;

const FIELD_OF: Readonly<Record<string, string>> = { badAddress: 'url', badCode: 'code' };

export const joinRefused = (
  ...refusals: readonly Refusal[]
): { readonly ok: false; readonly refusals: readonly Refusal[] } => ({
  ok: false,
  refusals,
});

/** Enrols this PC under `desk` ('' lets the endpoint give a code): the endpoint it belongs to now, or why not. */
export async function enrol(
  { url, code, deskName }: JoinValues,
  desk: string,
): Promise<
  { readonly ok: true; readonly link: EndpointState; readonly epoch: string } | ReturnType<typeof joinRefused>
> {
  const empty = Object.entries({ url, code, deskName }).filter(([, value]) => value.trim() === '');
  if (empty.length > 0) return joinRefused(...empty.map(([field]) => ({ field, code: 'required' })));
  const enrolled = await host.call('endpoint.enrol', url.trim(), code.trim(), deskName.trim(), desk);
  if (!enrolled.ok)
    return joinRefused({ field: FIELD_OF[enrolled.code] ?? '', code: `enrol.${enrolled.code}` });
  const link = await host.call('endpoint.state');
  return link ? { ok: true, link, epoch: enrolled.epoch } : joinRefused({ code: 'enrol.notKept' });
}

export function JoinFields({ form }: { readonly form: Form<JoinValues> }): ReactElement {
  return (
    <>
      <TextField form={form} name="url" label={t('sync.url')} help={t('sync.urlHelp')} required wide />
      <TextField form={form} name="code" label={t('sync.code')} required />
      <TextField form={form} name="deskName" label={t('sync.deskName')} required />
    </>
  );
}
