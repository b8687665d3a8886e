/** A signed checklist; what is to be said afterwards is added. */
import type { ReactElement } from 'react';
import { addChecklistRemark } from '@shared/checklists/add-remark';
import type { Checklist } from '@shared/checklists/schema';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { staffText } from '@shared/signatures/signature';
import { runCommand } from '../../../data/gateway';
import { useSession } from '../../../data/session';
import { TextField } from '../../../ui/fields';
import { useForm } from '../../../ui/form';
import { FormDialog } from '../../../ui/form-dialog';
import { t, type MessageKey } from '../../../ui/i18n';
import { RecordPanel } from '../../../ui/record-panel';
import { ListTags } from './list-register';
import type { ListRow } from './list-rows';

interface ListPanelProps {
  readonly row: ListRow;
  readonly list: Checklist;
  readonly adding: boolean;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

export function ListPanel({ row, list, adding, onAct, onClose }: ListPanelProps): ReactElement {
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const { items, signer } = list.body;
  return (
    <>
      <RecordPanel
        number={`${row.day}　${row.shiftName}　${t('shiftLog.deskName', { desk: row.desk })}`}
        title={t(`shiftLog.list.type.${row.type}`)}
        tags={<ListTags row={row} />}
        onClose={onClose}
        facts={[[t('shiftLog.column.signer'), staffText(signer)]]}
        log={list.body.log ?? []}
        describe={({ act }) => t(`shiftLog.act.${act}` as MessageKey)}
        actions={
          atDesk && (
            <button type="button" className="button" onClick={() => onAct('remark')}>
              {t('shiftLog.list.addRemark')}
            </button>
          )
        }
      >
        <div className="check-items">
          {items.map(({ text, ok, remark, seen }) => (
            <div key={text} className="check-item">
              <div>
                {text}
                {seen === false && <span className="tag due">{t('shiftLog.list.seen.no')}</span>}
                {remark !== '' && <div className="quiet small">{remark}</div>}
              </div>
              <span className={ok ? 'tag good' : 'tag due'}>
                {t(ok ? 'shiftLog.list.ok' : 'shiftLog.list.notOk')}
              </span>
            </div>
          ))}
        </div>
      </RecordPanel>
      {adding && <RemarkDialog id={list.id} onClose={() => onAct('')} />}
    </>
  );
}

function RemarkDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactElement {
  const form = useForm({
    draftKey: `checklist.remark:${id}`,
    initial: { remark: '' },
    save: ({ remark }, actId) => runCommand(addChecklistRemark, { id, remark }, { actId }),
    onSaved: onClose,
  });
  return (
    <FormDialog form={form} title={t('shiftLog.list.addRemark')} submitLabel={t('ui.save')} onClose={onClose}>
      <TextField form={form} name="remark" label={t('shiftLog.list.remark')} required wide />
    </FormDialog>
  );
}
