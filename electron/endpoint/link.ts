/**
 * The desk's tie to its endpoint (DESIGN §4): address and token in the profile, and the page's calls, to which the
 * token is added here. The page never sees it.
 */
import { net } from 'electron';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { EndpointState, EnrolFault, EnrolResult } from '../../shared/sync/calls';
import { SCHEMA_VERSION, type EnrolAnswer } from '../../shared/sync/contract';
import type { Log } from '../log';
import { seal, unseal, type Secret } from '../secret';
import type { Feed } from '../updates/updates';
import { addressOf, mayForward } from './address';

interface Kept extends EndpointState {
  readonly token: Secret;
}

/** A call that is not a stream answers within this time or not at all. */
const ANSWER_MS = 30_000;

const plainAnswer = (status: number, code: string): Response =>
  new Response(JSON.stringify({ code }), { status, headers: { 'Content-Type': 'application/json' } });

/** Chromium's names of what is wrong with a certificate. */
const isCertificate = (error: unknown): boolean => /ERR_CERT|ERR_SSL/.test((error as Error).message);

const FAULTS: Readonly<Record<string, EnrolFault>> = {
  badCode: 'badCode',
  badRequest: 'badCode',
  deskCodeTaken: 'deskCodeTaken',
  tooMany: 'tooMany',
};

export class EndpointLink {
  private kept: Kept | null | undefined;

  /** @param file where address and sealed token are kept */
  constructor(
    private readonly file: string,
    private readonly log: Log,
  ) {}

  private load(): Kept | null {
    if (this.kept !== undefined) return this.kept;
    try {
      this.kept = JSON.parse(readFileSync(this.file, 'utf8')) as Kept;
    } catch {
      this.kept = null;
    }
    return this.kept;
  }

  private keep(kept: Kept): void {
    writeFileSync(`${this.file}.part`, JSON.stringify(kept), { mode: 0o600, flush: true });
    renameSync(`${this.file}.part`, this.file);
    this.kept = kept;
  }

  state(): EndpointState | null {
    const kept = this.load();
    if (!kept) return null;
    const { url, club, desk, deskName, enrolledAt } = kept;
    return { url, club, desk, deskName, enrolledAt };
  }

  async enrol(typed: string, code: string, deskName: string, desk: string): Promise<EnrolResult> {
    const url = addressOf(typed);
    if (!url) return { ok: false, code: 'badAddress' };
    let answer: Response;
    try {
      answer = await net.fetch(`${url}/api/v1/enrol`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code, deskName, ...(desk ? { deskCode: desk } : {}) }),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
    } catch (error) {
      this.log.write('endpoint.enrol', { message: (error as Error).message });
      return { ok: false, code: isCertificate(error) ? 'certificate' : 'unreachable' };
    }
    const body = (await answer.json().catch(() => ({}))) as Partial<EnrolAnswer> & { readonly code?: string };
    if (answer.status !== 201 || !body.token || !body.deskCode || !body.epoch)
      return { ok: false, code: FAULTS[body.code ?? ''] ?? 'notAnEndpoint' };
    try {
      this.keep({
        url,
        club: body.club ?? '',
        desk: body.deskCode,
        deskName,
        enrolledAt: new Date().toISOString(),
        token: seal(body.token),
      });
    } catch (error) {
      this.log.write('endpoint.keep', { message: (error as Error).message });
      return { ok: false, code: 'notKept' };
    }
    return { ok: true, desk: body.deskCode, club: body.club ?? '', epoch: body.epoch };
  }

  leave(): void {
    rmSync(this.file, { force: true });
    this.kept = null;
  }

  async rotate(): Promise<boolean> {
    const kept = this.load();
    if (!kept) return false;
    const answer = await this.send('/api/v1/desk/token', { method: 'POST', body: '{}' }).catch(() => null);
    if (answer?.status !== 200) return false;
    const { token } = (await answer.json()) as { readonly token: string };
    this.keep({ ...kept, token: seal(token) });
    return true;
  }

  /** A stored photo of another desk, or null when the endpoint has none or cannot be reached. */
  async blob(sha: string): Promise<Uint8Array | null> {
    if (!this.load()) return null;
    const answer = await this.send(`/api/v1/blobs/${sha}`, { method: 'GET' }).catch(() => null);
    return answer?.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : null;
  }

  /** Where the endpoint keeps installers, and the token for them; null for a desk that works alone. */
  updateFeed(): Feed | null {
    const kept = this.load();
    if (!kept) return null;
    return { url: `${kept.url}/api/v1/updates`, headers: { Authorization: `Bearer ${unseal(kept.token)}` } };
  }

  /** Sends a call of the page on; what is not in the contract is refused here already. */
  async forward(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    if (!mayForward(request.method, pathname)) return plainAnswer(403, 'notForwarded');
    if (!this.load()) return plainAnswer(503, 'notLinked');
    try {
      const body = request.method === 'GET' ? null : new Uint8Array(await request.arrayBuffer());
      const answer = await this.send(`${pathname}${search}`, {
        method: request.method,
        ...(body ? { body, type: request.headers.get('content-type') ?? '' } : {}),
      });
      // Only what the page needs of it: the endpoint's headers are for browsers.
      return new Response(answer.body, {
        status: answer.status,
        headers: { 'Content-Type': answer.headers.get('content-type') ?? 'application/json' },
      });
    } catch (error) {
      this.log.write('endpoint.call', { message: (error as Error).message });
      return plainAnswer(502, 'offline');
    }
  }

  private send(
    where: string,
    {
      method,
      body,
      type = 'application/json',
    }: { readonly method: string; readonly body?: string | Uint8Array; readonly type?: string },
  ): Promise<Response> {
    const kept = this.load();
    if (!kept) throw new Error('not linked');
    return net.fetch(`${kept.url}${where}`, {
      method,
      headers: {
        Authorization: `Bearer ${unseal(kept.token)}`,
        'X-Schema-Version': String(SCHEMA_VERSION),
        ...(body === undefined ? {} : { 'Content-Type': type }),
      },
      ...(body === undefined ? {} : { body: body as BodyInit }),
      // A stream stays open; the page watches its heartbeat.
      ...(where.endsWith('/stream') ? {} : { signal: AbortSignal.timeout(ANSWER_MS) }),
    });
  }
}
