/** Above what a call brings: whom it is made to, about what, and what is said (规范用语). */
import type { ReactElement } from 'react';
import type { ScriptPlace } from '@shared/core/settings';
import type { MatterBody } from '@shared/service/schema';
import { Scripts } from './scripts';

interface CallHeadProps {
  readonly matter: Pick<MatterBody, 'customer' | 'summary'>;
  readonly place: ScriptPlace;
}

export function CallHead({ matter: { customer, summary }, place }: CallHeadProps): ReactElement {
  return (
    <>
      <p className="wide">
        <strong>{customer.name}</strong> {customer.phone}
        <span className="quiet as-typed">　{summary}</span>
      </p>
      <Scripts place={place} />
    </>
  );
}
