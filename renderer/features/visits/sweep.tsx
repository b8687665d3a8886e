/** The closing-time question with the visits it concerns. */
import type { ReactElement } from 'react';
import { mustBeAsked } from '@shared/visits/rules';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { SweepDialog } from './sweep-dialog';
import { useOnSite } from './use-on-site';

/** Asks about visits open over closing time; begun earlier by hand, about every open one. */
export function Sweep({ onClose }: { readonly onClose: () => void }): ReactElement | null {
  const settings = useDirectory((state) => state.settings);
  const live = useOnSite();
  if (live.state !== 'ready') return null;
  const { visits } = live.value;
  const asked = visits.filter((visit) => mustBeAsked(visit, nowIso(), settings));
  return <SweepDialog visits={asked.length > 0 ? asked : visits} onClose={onClose} />;
}
