/** What the page may ask of the shell about the endpoint (part of shared/host.ts); it never sees the token. */

/** Why a desk could not be tied to an endpoint. */
export type EnrolFault =
  | 'badAddress'
  | 'unreachable'
  | 'certificate'
  | 'notAnEndpoint'
  | 'badCode'
  | 'deskCodeTaken'
  | 'tooMany'
  | 'notKept';

/** The endpoint this desk belongs to. */
export interface EndpointState {
  readonly url: string;
  readonly club: string;
  readonly desk: string;
  /** Name given at enrolment. */
  readonly deskName: string;
  /** ISO instant. */
  readonly enrolledAt: string;
}

export type EnrolResult =
  | { readonly ok: true; readonly desk: string; readonly club: string; readonly epoch: string }
  | { readonly ok: false; readonly code: EnrolFault };

export interface SyncCalls {
  'endpoint.state': () => EndpointState | null;
  /** Ties this desk to an endpoint by a one-time code; `desk` '' lets the endpoint give one. */
  'endpoint.enrol': (url: string, code: string, deskName: string, desk: string) => EnrolResult;
  /** Takes a new token; false when the endpoint could not be asked. */
  'endpoint.rotate': () => boolean;
  /** Forgets the endpoint; the records stay. */
  'endpoint.leave': () => void;
}
