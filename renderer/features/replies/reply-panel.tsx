/** One standard reply beside the list: wording, versions, how often it was used, and what a lead can do. */
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { LogEntry } from '@shared/core/envelope';
import { retireReply, restoreReply } from '@shared/replies/retire-reply';
import type { Reply } from '@shared/replies/schema';
import { staffName } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { refusalText, t, type MessageKey } from '../../ui/i18n';
import { RecordPanel } from '../../ui/record-panel';
import { toast } from '../../ui/toast';
import { dayTime } from '../../ui/typed';

interface ReplyPanelProps {
  readonly reply: Reply;
  readonly uses: number;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

const describe = ({ act }: LogEntry): string =>
  t(`replies.act.${act.slice(act.indexOf('.') + 1)}` as MessageKey);

export function ReplyPanel({ reply, uses, onEdit, onClose }: ReplyPanelProps): ReactElement {
  const { id, status, body, by } = reply;
  const actor = useSession((state) => state.actor);
  const [retiring, setRetiring] = useState(false);
  const isLead = actor?.roles.includes('lead') ?? false;
  const mayEdit = isLead || (status === 'proposed' && by === actor?.id);
  const restore = async (): Promise<void> => {
    const outcome = await runCommand(restoreReply, { id, reason: '' });
    if (outcome.ok) toast(t('replies.restored'));
    else
      for (const { code, params } of outcome.refusals) toast(refusalText(code, params), { level: 'error' });
  };
  return (
    <>
      <RecordPanel
        number={t('replies.version', { version: body.version })}
        title={body.situation}
        tags={
          <span className={status === 'active' ? 'tag good' : 'tag'}>{t(`replies.status.${status}`)}</span>
        }
        onClose={onClose}
        facts={[
          [t('replies.field.category'), body.category],
          [t('replies.field.wording'), <span className="as-typed">{body.wording}</span>],
          [t('replies.field.forbidden'), body.forbidden.join('、')],
          [t('replies.usedFact'), t('replies.used', { count: uses })],
          [
            t('replies.source'),
            body.source && <Link href={`/enquiries/${body.source.id}`}>{body.source.no}</Link>,
          ],
        ]}
        log={body.log ?? []}
        describe={describe}
        actions={
          <>
            {mayEdit && (
              <button type="button" className="button primary grow" onClick={onEdit}>
                {t(isLead && status === 'proposed' ? 'replies.review' : 'replies.edit')}
              </button>
            )}
            {isLead && status !== 'retired' && (
              <button type="button" className="button" onClick={() => setRetiring(true)}>
                {t('replies.retire')}
              </button>
            )}
            {isLead && status === 'retired' && (
              <button type="button" className="button" onClick={() => void restore()}>
                {t('replies.restore')}
              </button>
            )}
          </>
        }
      >
        {body.earlier.length > 0 && (
          <section aria-label={t('replies.versions')}>
            <h2>{t('replies.versions')}</h2>
            {[...body.earlier].reverse().map(({ version, at, by: who, situation, wording }) => (
              <div key={version} className="reply-version">
                <div className="quiet small">
                  {t('replies.versionLine', { version, time: dayTime(at), name: staffName(who) })}
                </div>
                <div>{situation}</div>
                <div className="as-typed quiet">{wording}</div>
              </div>
            ))}
          </section>
        )}
      </RecordPanel>
      {retiring && <RetireDialog reply={reply} onClose={() => setRetiring(false)} />}
    </>
  );
}

function RetireDialog({
  reply: { id, body },
  onClose,
}: {
  readonly reply: Reply;
  readonly onClose: () => void;
}): ReactElement {
  const form = useForm({
    draftKey: `reply.retire:${id}`,
    initial: { reason: '' },
    save: ({ reason }, actId) => runCommand(retireReply, { id, reason }, { actId }),
    onSaved: () => {
      toast(t('replies.retired'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('replies.retireTitle', { situation: body.situation })}
      submitLabel={t('replies.retire')}
      onClose={onClose}
    >
      <TextField form={form} name="reason" label={t('replies.retireReason')} required wide />
    </FormDialog>
  );
}
