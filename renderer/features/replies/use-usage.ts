/** How often each reply was used of late, counted from the enquiries that name it. */
import { addDays } from '@shared/core/time';
import { isEnquiry } from '@shared/enquiries/schema';
import { usageOf } from '@shared/replies/usage';
import { useLive } from '../../data/live';
import { range } from '../../data/read';
import { today } from '../../data/session';

/** Days that are counted. */
const DAYS = 90;
const NONE: ReadonlyMap<string, number> = new Map();

/** Uses by id; empty while they are read. */
export function useUsage(): ReadonlyMap<string, number> {
  const day = today();
  const live = useLive(
    async () => {
      const from = addDays(day, -DAYS);
      return usageOf((await range('tickets', 'kind', ['enquiry', from], ['enquiry', day])).filter(isEnquiry));
    },
    ['tickets'],
    [day],
  );
  return live.state === 'ready' ? live.value : NONE;
}
