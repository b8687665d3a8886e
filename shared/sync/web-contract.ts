/** The HTTP contract between a browser and the endpoint (DESIGN §4, "Web view"). */
import type { Refusal } from '../core/command';
import type { Travelling } from './contract';
import type { WebRole } from './scope';

export interface SignInRequest {
  readonly staffNo: string;
  readonly password: string;
}
export interface ChangePasswordRequest {
  readonly password: string;
  readonly newPassword: string;
}

/** Who is signed in. */
export interface WebSessionAnswer {
  readonly staff: {
    readonly id: string;
    readonly staffNo: string;
    readonly name: string;
    readonly roles: readonly WebRole[];
    readonly departments: readonly string[];
  };
  readonly club: string;
  /** The printed password is still in use: nothing but changing it is possible. */
  readonly mustChange: boolean;
  /** Differs when what the person may see does. */
  readonly scope: string;
  /** The session ends then in any case, ISO instant. */
  readonly expiresAt: string;
  /** It also ends after so many minutes in which nobody did anything. */
  readonly idleMinutes: number;
  /** Code of the desk that what is done here is numbered by. */
  readonly desk: string;
  /** The endpoint's clock, ISO instant. */
  readonly now: string;
}

/** Whoever confirms an act as its second person typed their own password. */
export interface WitnessAnswer {
  readonly staff: string;
  readonly name: string;
  readonly roles: readonly WebRole[];
}

/** Records asked for by an index, however old they are; goes on at `after` while `more`. */
export interface WebReadAnswer {
  readonly documents: readonly Travelling[];
  readonly after: readonly [string, string, string] | null;
}

export interface WebPullAnswer {
  /** As the person may see them. */
  readonly documents: readonly Travelling[];
  /** Ids of records that the person could see before and may see no more. */
  readonly gone: readonly string[];
  readonly checkpoint: {
    readonly scope: string;
    readonly seq: number;
    /** Newest position when the first page was asked for; sent along with `seq`. */
    readonly from: number;
  };
  /** False: that was all for now. */
  readonly more: boolean;
}

export interface CommitRequest {
  readonly command: string;
  readonly input: object;
  /** UUID fixed when the form opened: sent again, it is the same act. */
  readonly actId: string;
  /** Second persons who confirm with their own password. */
  readonly witnesses?: readonly SignInRequest[];
}
export type CommitAnswer =
  | { readonly ok: true; readonly documents: readonly Travelling[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };
