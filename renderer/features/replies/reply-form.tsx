/** A new standard reply, or the next version of one; a frequent question becomes one from its enquiry (DOMAIN §3.9). */
import { useEffect, useState, type ReactElement } from 'react';
import { linesOf } from '@shared/core/text';
import { isEnquiry, type Enquiry } from '@shared/enquiries/schema';
import { saveReply } from '@shared/replies/save-reply';
import { REPLY_LIMITS, type Reply } from '@shared/replies/schema';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { byIds } from '../../data/read';
import { useSession } from '../../data/session';
import { SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { Loading } from '../../ui/states';
import { ForbiddenHint } from '../../ui/service/forbidden-hint';
import { toast } from '../../ui/toast';

interface ReplyFormProps {
  /** The reply that is changed, or null for a new one. */
  readonly reply: Reply | null;
  /** Enquiry a new one is made from, or ''. */
  readonly from: string;
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

export function ReplyForm(props: ReplyFormProps): ReactElement {
  const { from } = props;
  const [source, setSource] = useState<Enquiry | null | undefined>(from === '' ? null : undefined);
  useEffect(() => {
    if (from !== '') void byIds('tickets', [from]).then((found) => setSource(found.find(isEnquiry) ?? null));
  }, [from]);
  if (source === undefined) return <Loading />;
  return <Editor {...props} source={source} />;
}

function Editor({
  reply,
  source,
  onSaved,
  onClose,
}: ReplyFormProps & { readonly source: Enquiry | null }): ReactElement {
  const categories = useDirectory(({ settings }) => settings.replyCategories);
  const isLead = useSession(({ actor }) => actor?.roles.includes('lead') ?? false);
  const form = useForm({
    draftKey: `reply.save:${reply?.id ?? source?.id ?? ''}`,
    initial: {
      situation:
        reply?.body.situation ?? [...(source?.body.summary ?? '')].slice(0, REPLY_LIMITS.situation).join(''),
      category: reply?.body.category ?? '',
      wording: reply?.body.wording ?? source?.body.answer ?? '',
      forbidden: reply?.body.forbidden.join('\n') ?? '',
    },
    save: (values, actId) =>
      runCommand(
        saveReply,
        {
          id: reply?.id ?? actId,
          fields: { ...values, forbidden: linesOf(values.forbidden) },
          source: reply?.body.source ?? (source ? { id: source.id, no: source.body.no ?? '' } : null),
        },
        { actId },
      ),
    onSaved: ([doc]) => {
      const saved = doc as Reply;
      toast(
        saved.status === 'proposed'
          ? t('replies.proposed')
          : t('replies.saved', { situation: saved.body.situation }),
      );
      onSaved(saved.id);
    },
  });
  const listed = categories.includes(form.values.category) || form.values.category === '';
  const submit = isLead
    ? reply?.status === 'proposed'
      ? 'replies.approve'
      : 'replies.submit'
    : 'replies.propose';
  return (
    <FormPanel
      form={form}
      title={t(reply ? 'replies.editTitle' : 'replies.newTitle')}
      submitLabel={t(submit)}
      onClose={onClose}
    >
      <TextField form={form} name="situation" label={t('replies.field.situation')} required wide />
      <SelectField
        form={form}
        name="category"
        label={t('replies.field.category')}
        options={['', ...categories, ...(listed ? [] : [form.values.category])].map((value) => ({
          value,
          label: value || t('service.choose'),
        }))}
        required
        wide
      />
      <TextField form={form} name="wording" label={t('replies.field.wording')} rows={6} required wide />
      <ForbiddenHint text={form.values.wording} />
      <TextField
        form={form}
        name="forbidden"
        label={t('replies.field.forbidden')}
        help={t('replies.field.forbiddenHelp')}
        rows={3}
        wide
      />
    </FormPanel>
  );
}
