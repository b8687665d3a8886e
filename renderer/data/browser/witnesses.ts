/** Passwords of second persons, beside the confirmation they belong to: gone with it, never kept anywhere. */
import type { Witness } from '@shared/core/command';
import type { SignInRequest } from '@shared/sync/web-contract';

const passwords = new WeakMap<Witness, SignInRequest>();

/** Remembers what a second person typed, for the act they confirm. */
export const notePassword = (witness: Witness, typed: SignInRequest): void =>
  void passwords.set(witness, typed);

/** What a second person typed. */
export const passwordOf = (witness: Witness): SignInRequest | undefined => passwords.get(witness);
