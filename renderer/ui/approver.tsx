/** Who decides: the signed-in person where they may, else a colleague's PIN. */
import type { ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { hasRole, type Role } from '@shared/core/roles';
import { useSession } from '../data/session';
import { SecondStaff } from './second-staff';

interface ApproverProps {
  readonly label: string;
  readonly roles: readonly Role[];
  /** Staff ids who may not. */
  readonly notBy: readonly string[];
  readonly witness: Witness | null;
  readonly onWitness: (witness: Witness) => void;
  readonly error: string | undefined;
}

export function Approver({ roles, notBy, ...props }: ApproverProps): ReactElement | null {
  const actor = useSession((state) => state.actor);
  const alone = actor !== null && hasRole(actor.roles, roles) && !notBy.includes(actor.id);
  return alone ? null : <SecondStaff {...props} />;
}
