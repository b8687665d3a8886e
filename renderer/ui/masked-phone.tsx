/** A phone number, masked until somebody asks to see it; the asking is logged. */
import { useState, type ReactElement } from 'react';
import { recordAudit } from '@shared/audit/record-audit';
import { maskPhone } from '@shared/core/mask';
import { runCommand } from '../data/gateway';
import { t } from './i18n';
import { Icon } from './icon';

export function MaskedPhone({
  phone,
  record,
}: {
  readonly phone: string;
  readonly record: string;
}): ReactElement | null {
  const [shown, setShown] = useState<string | null>(null);
  if (!phone) return null;
  if (shown === record) return <span>{phone}</span>;
  const reveal = async (): Promise<void> => {
    const outcome = await runCommand(recordAudit, { what: 'phone.reveal', subject: record, detail: {} });
    if (outcome.ok) setShown(record);
  };
  return (
    <span>
      {maskPhone(phone)}{' '}
      <button
        type="button"
        className="button plain"
        style={{ minHeight: 0, padding: '0 4px' }}
        title={t('ui.showPhone')}
        aria-label={t('ui.showPhone')}
        onClick={() => void reveal()}
      >
        <Icon name="eye" size={15} />
      </button>
    </span>
  );
}
