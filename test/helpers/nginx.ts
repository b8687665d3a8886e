/** The configuration of nginx that docs/deploy.md names, really run: on a port of the loopback, with a certificate made here. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';

const PROGRAM = ['/usr/sbin/nginx', '/usr/local/sbin/nginx'].find((file) => existsSync(file));

export interface Nginx {
  /** `https://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The block of the page that begins with `upstream deskbook`. */
function documented(): string {
  const block = /```\n(upstream deskbook[\s\S]*?)```/.exec(readFileSync('docs/deploy.md', 'utf8'))?.[1];
  if (!block) throw new Error('docs/deploy.md has no configuration of nginx');
  return block;
}

/** One of the page's lines as it has to be here. @throws when the page does not have it */
function replaced(text: string, line: string, by: string): string {
  if (!text.includes(line)) throw new Error(`docs/deploy.md has no ${line}`);
  return text.replaceAll(line, by);
}

/**
 * Starts nginx before endpoint processes on two ports. From then on this process trusts its certificate, as the desks' PCs
 * are made to. Answers name the process they come from in `x-upstream`.
 */
export async function startNginx(ports: readonly [string, string]): Promise<Nginx> {
  if (!PROGRAM) throw new Error('nginx is not installed (package nginx)');
  const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-nginx-'));
  const [cert, key] = ['cert.pem', 'key.pem'].map((name) => path.join(folder, name)) as [string, string];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'];
  const where = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert];
  execFileSync('openssl', [...request, ...where], { stdio: 'pipe' });
  const port = await freePort();
  const site = (
    [
      ['127.0.0.1:8444', `127.0.0.1:${ports[0]}`],
      ['127.0.0.1:8445', `127.0.0.1:${ports[1]}`],
      ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`],
      ['/etc/deskbook/cert.pem', cert],
      ['/etc/deskbook/key.pem', key],
    ] as const
  ).reduce((text, [line, by]) => replaced(text, line, by), documented());
  const config = path.join(folder, 'nginx.conf');
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${path.join(folder, name)};`,
  );
  writeFileSync(
    config,
    `daemon off; worker_processes 1; pid ${path.join(folder, 'pid')};
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    events {}
    http { access_log off; add_header x-upstream $upstream_addr; ${places.join(' ')}\n${site} }`,
  );
  const child = spawn(PROGRAM, ['-p', folder, '-c', config, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  tls.setDefaultCACertificates([...tls.getCACertificates(), readFileSync(cert, 'utf8')]);
  const answers = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
    });
  for (let tries = 0; !(await answers()); tries += 1) {
    if (tries > 100 || child.exitCode !== null) throw new Error(`nginx does not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    origin: `https://127.0.0.1:${port}`,
    stop: async () => {
      if (child.exitCode === null) child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
