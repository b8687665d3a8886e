/** Whose act it is: the signed-in person where it is theirs, else they step up and give their PIN. */
import type { ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { useSession } from '../data/session';
import { SecondStaff } from './second-staff';

interface OwnPinProps {
  readonly label: string;
  /** Staff id. */
  readonly staff: string;
  readonly witness: Witness | null;
  readonly onWitness: (witness: Witness) => void;
  readonly error: string | undefined;
}

export function OwnPin({ staff, ...props }: OwnPinProps): ReactElement | null {
  const me = useSession(({ actor }) => actor?.id);
  return me === staff ? null : <SecondStaff {...props} />;
}
