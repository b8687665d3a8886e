/** What the club's records know of the phone in a form: looked up once it is a whole number. */
import { useEffect, useState } from 'react';
import { normalizePhone } from '@shared/core/phone';
import { customerHistory, type FoundRecord } from '../../data/customer-history';
import { logFault } from '../../data/faults';
import { warmUp } from '../../data/search';

export interface CustomerRecords {
  /** As stored, or '' while the number is none. */
  readonly phone: string;
  /** Newest first. */
  readonly records: readonly FoundRecord[];
  readonly state: 'none' | 'loading' | 'ready' | 'failed';
}

const NONE: readonly FoundRecord[] = [];

/** Follows what is typed; the number's earlier answer is gone as soon as it changes. */
export function useCustomer(typed: string): CustomerRecords {
  const phone = normalizePhone(typed) ?? '';
  const [found, setFound] = useState<CustomerRecords>({ phone: '', records: NONE, state: 'none' });
  useEffect(warmUp, []);
  useEffect(() => {
    if (phone === '') return undefined;
    let gone = false;
    customerHistory(phone).then(
      (records) => !gone && setFound({ phone, records, state: 'ready' }),
      (error: unknown) => {
        logFault('customerHistory', error);
        if (!gone) setFound({ phone, records: NONE, state: 'failed' });
      },
    );
    return () => {
      gone = true;
    };
  }, [phone]);
  if (phone === '') return { phone, records: NONE, state: 'none' };
  return found.phone === phone ? found : { phone, records: NONE, state: 'loading' };
}
