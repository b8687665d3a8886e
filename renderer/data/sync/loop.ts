/**
 * When sync runs: once at the start, at every act, whenever the endpoint wakes the desk up, and again after growing
 * pauses while the endpoint cannot be reached. Work never waits for it.
 */
import { COLLECTIONS, type CollectionName } from '@shared/core/envelope';
import type { EndpointState } from '@shared/sync/calls';
import { heal } from '@shared/sync/desk/heal';
import { LinkError } from '@shared/sync/desk/ports';
import { beginAnew, syncRound } from '@shared/sync/desk/round';
import { nowIso } from '../clock';
import { logFault } from '../faults';
import { idle } from '../idle';
import { useSession } from '../session';
import { deskPort } from './desk-port';
import { desksSeen, endpointPort, followStream } from './endpoint-port';
import { useSync } from './status';
import {
  allOutgoing,
  countOutgoing,
  currentLink,
  healedAt,
  setHealedAt,
  setLink,
  whenNoted,
} from './outgoing';

/** Acts within this time go out together. */
const GATHER_MS = 300;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/** How fresh the list of the club's desks is, at least. */
const DESKS_EVERY_MS = 30_000;
/** A desk that has nothing to send is heard of this often. */
const BEAT_MS = 60_000;
/** Digests are compared this often, at night where the desk runs through. */
const HEAL_EVERY_MS = 20 * 3_600_000;

let wanted = new Set<CollectionName>();
let running = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let pause = FIRST_PAUSE_MS;
let stopStream: (() => void) | null = null;

/** After each act: how many wait; none is looked into. */
async function countWaiting(): Promise<void> {
  const total = await countOutgoing();
  useSync.setState(({ refused }) => ({ waiting: Math.max(0, total - refused) }));
}

async function countRefused(): Promise<void> {
  const refused = (await allOutgoing()).filter((entry) => entry.refused).length;
  useSync.setState({ refused });
  await countWaiting();
}

/** When the club's other desks were asked for last (epoch ms). */
let askedForDesks = 0;
let beat: ReturnType<typeof setInterval> | undefined;

async function askForDesks(): Promise<void> {
  if (Date.now() - askedForDesks < DESKS_EVERY_MS) return;
  useSync.setState({ desks: await desksSeen() });
  askedForDesks = Date.now();
}

function schedule(delay: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void run(), delay);
}

/** Asks for a round over some collections soon. */
function want(collections: readonly CollectionName[], delay = GATHER_MS): void {
  for (const name of collections) wanted.add(name);
  if (!running && useSync.getState().phase !== 'stopped') schedule(delay);
}

function listen(): void {
  stopStream ??= followStream(
    (collections) => want(collections === 'all' ? COLLECTIONS : collections, 0),
    () => {
      stopStream = null;
      // Whatever was missed meanwhile; a round that goes through opens the stream again.
      if (currentLink()) want(COLLECTIONS, pause);
    },
  );
}

let comparing = false;

/** Compares digests when it is time; a large club takes minutes, in idle time. */
async function compareDigests(): Promise<void> {
  if (comparing || Date.now() - (await healedAt()) < HEAL_EVERY_MS) return;
  comparing = true;
  try {
    await healAll();
  } finally {
    comparing = false;
  }
}

async function healAll(): Promise<void> {
  const desk = deskPort(useSession.getState().desk);
  for (const collection of COLLECTIONS) {
    await idle();
    const months = await heal(desk, endpointPort, collection, idle);
    // What waits goes first; the comparison follows after a later round.
    if (months === null) return;
    if (months.length === 0) continue;
    logFault('sync.healed', `${collection} ${months.join(' ')}`);
    want([collection]);
  }
  await setHealedAt(Date.now());
}

async function run(): Promise<void> {
  const link = currentLink();
  if (!link || running) return;
  running = true;
  const collections = [...wanted];
  wanted = new Set();
  useSync.setState({ phase: 'running', received: 0 });
  let next: number | null = null;
  try {
    await syncRound(deskPort(useSession.getState().desk), endpointPort, collections, {
      pulled: (_collection, documents) =>
        useSync.setState(({ received }) => ({ received: received + documents })),
      pushed: () => void countWaiting(),
      anew: () => void setHealedAt(0),
    });
    pause = FIRST_PAUSE_MS;
    await askForDesks();
    useSync.setState({ phase: 'upToDate', fault: null, lastAt: nowIso() });
    listen();
    void compareDigests().catch((error: unknown) => {
      if (!(error instanceof LinkError)) logFault('sync.heal', error);
    });
  } catch (error) {
    for (const name of collections) wanted.add(name);
    const fault = error instanceof LinkError ? error.fault : 'failed';
    if (!(error instanceof LinkError)) logFault('sync', error);
    const stops = fault === 'refusedToken' || fault === 'schemaVersion';
    useSync.setState({ phase: stops ? 'stopped' : 'waiting', fault });
    // With jitter, so that desks do not all come back at the same moment.
    if (!stops) next = pause * (0.75 + Math.random() / 2);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
  await countRefused().catch((error: unknown) => logFault('sync', error));
  running = false;
  if (next !== null) schedule(next);
  else if (wanted.size > 0 && useSync.getState().phase === 'upToDate') schedule(0);
}

/** Runs a round now, also after it had stopped. */
export function syncNow(): void {
  pause = FIRST_PAUSE_MS;
  askedForDesks = 0;
  if (useSync.getState().phase === 'stopped') useSync.setState({ phase: 'waiting' });
  want(COLLECTIONS, 0);
}

/** Starts sync where this desk belongs to an endpoint; called once the first page stands, and after enrolment. */
export function startSync(): void {
  const link = currentLink();
  // After a restore this desk has a new code: the old one's token would have every record sent back.
  const foreign = link !== null && link.desk !== useSession.getState().desk;
  useSync.setState({
    link,
    phase: foreign ? 'stopped' : link ? 'running' : 'alone',
    fault: foreign ? 'refusedToken' : null,
  });
  if (!link || foreign) return;
  whenNoted((collections) => {
    void countWaiting();
    // While the endpoint cannot be reached an act is no reason to try sooner.
    if (useSync.getState().phase === 'waiting') for (const name of collections) wanted.add(name);
    else want(collections);
  });
  window.addEventListener('online', syncNow);
  clearInterval(beat);
  beat = setInterval(() => {
    // What waits or cannot be sent is not in step.
    if (useSync.getState().phase === 'upToDate' && useSync.getState().waiting === 0)
      // A fault shows at the next round.
      void askForDesks().catch(() => undefined);
  }, BEAT_MS);
  syncNow();
}

/** Ties this desk to an endpoint: everything comes from it, everything of this desk goes to it. */
export async function joinEndpoint(link: EndpointState, epoch: string): Promise<void> {
  await setLink(link);
  await beginAnew(deskPort(link.desk), epoch);
  startSync();
}

/**
 * A new desk of a club: its people and settings come before anybody can sign in, the rest follows. False: the
 * endpoint could not be reached.
 */
export async function joinFirst(link: EndpointState, epoch: string): Promise<boolean> {
  await setLink(link);
  const desk = deskPort(link.desk);
  await beginAnew(desk, epoch);
  try {
    await syncRound(desk, endpointPort, ['directory'], {
      pulled: () => undefined,
      pushed: () => undefined,
      anew: () => undefined,
    });
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return false;
  }
  startSync();
  return true;
}

/** Unties this desk; its records stay. */
export async function leaveEndpoint(): Promise<void> {
  stopStream?.();
  stopStream = null;
  clearTimeout(timer);
  await setLink(null);
  useSync.setState({ link: null, phase: 'alone', fault: null, waiting: 0, refused: 0, desks: [] });
}
