/** A real CUPS of the test's own: its port, its spool, printers that keep what arrives as files. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export interface Arrived {
  readonly file: string;
  readonly copies: number;
}

export interface Cups {
  /** Set as CUPS_SERVER for whatever shall print here. */
  readonly server: string;
  /** Waits until `count` jobs have arrived at all printers together; in order of arrival. */
  readonly arrived: (count: number) => Promise<readonly Arrived[]>;
  /** With `sizes` the printer's driver knows these papers and no other; without, it has no driver and takes any. */
  readonly addPrinter: (name: string, sizes?: readonly string[]) => void;
  readonly removePrinter: (name: string) => void;
  /** Keeps the printer in the list but lets it refuse jobs. */
  readonly rejectJobs: (name: string) => void;
  /** Stops and resumes the printer's queue. */
  readonly pause: (name: string) => void;
  readonly resume: (name: string) => void;
  /** The device reports such a reason (IPP printer-state-reasons, e.g. `media-empty-error`) and prints nothing until `mend`. */
  readonly holdUp: (name: string, reason: string) => void;
  readonly mend: (name: string) => void;
  /** Takes every job out of a printer's queue, as somebody at the system's settings may. */
  readonly cancelAll: (name: string) => void;
  readonly stop: () => Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A port of the loopback that nobody listens on. */
async function freePort(): Promise<number> {
  const taken = net.createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as net.AddressInfo;
  await new Promise((resolve) => taken.close(resolve));
  return port;
}

/** Printers hand their jobs to this backend: it keeps the file and the number of copies, once nothing holds it up. */
const BACKEND = `#!/bin/sh
[ $# -lt 5 ] && exit 0
held="$(dirname "$0")/../../held/\${DEVICE_URI##*/}"
if [ -e "$held" ]; then
  trap 'echo "STATE: none" >&2; exit 0' TERM
  echo "STATE: $(cat "$held")" >&2
  while [ -e "$held" ]; do sleep 0.1; done
  echo "STATE: none" >&2
fi
cat "\${6:--}" > "$(dirname "$0")/../../out/$1.part"
mv "$(dirname "$0")/../../out/$1.part" "$(dirname "$0")/../../out/$1-$4.pdf"
`;

/** A driver that passes PDF on and knows these papers; names as drivers write them, sizes do not matter here. */
function ppd(sizes: readonly string[]): string {
  const [first = ''] = sizes;
  const each = (line: (size: string) => string): string => sizes.map(line).join('\n');
  const choice = (option: string): string => `*OpenUI *${option}: PickOne
*OrderDependency: 10 AnySetup *${option}
*Default${option}: ${first}
${each((size) => `*${option} ${size}: ""`)}
*CloseUI: *${option}
`;
  return `*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "TEST.PPD"
*Manufacturer: "Test"
*Product: "(Test)"
*ModelName: "Test"
*ShortNickName: "Test"
*NickName: "Test"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*cupsFilter: "application/vnd.cups-pdf 0 -"
*cupsFilter: "application/pdf 0 -"
${choice('PageSize')}${choice('PageRegion')}*DefaultImageableArea: ${first}
${each((size) => `*ImageableArea ${size}: "0 0 200 200"`)}
*DefaultPaperDimension: ${first}
${each((size) => `*PaperDimension ${size}: "200 200"`)}
`;
}

/** Starts a CUPS with the given printers; the first is the default. */
export async function startCups(printers: readonly string[]): Promise<Cups> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'cups-'));
  fs.chmodSync(root, 0o755);
  const folder = (name: string, mode = 0o755): string => {
    const full = path.join(root, name);
    fs.mkdirSync(full, { recursive: true });
    fs.chmodSync(full, mode);
    return full;
  };
  const [etc, bin, out, held] = [folder('etc'), folder('bin'), folder('out', 0o777), folder('held')];
  for (const name of ['spool', 'spool/tmp', 'cache', 'run', 'run/certs', 'doc']) folder(name);
  const system = '/usr/lib/cups';
  for (const name of ['filter', 'daemon', 'monitor', 'notifier', 'cgi-bin'])
    fs.symlinkSync(path.join(system, name), path.join(bin, name));
  folder('bin/backend');
  fs.writeFileSync(path.join(bin, 'backend', 'keep'), BACKEND, { mode: 0o755 });

  // Through a socket file CUPS gives its printers no address, and no driver can be asked for its papers.
  const server = `127.0.0.1:${await freePort()}`;
  const rootUser = process.getuid?.() === 0;
  const conf = path.join(etc, 'cupsd.conf');
  fs.writeFileSync(
    conf,
    `LogLevel warn
Listen ${server}
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`,
  );
  const files = path.join(etc, 'cups-files.conf');
  fs.writeFileSync(
    files,
    `ServerRoot ${etc}
ServerBin ${bin}
DataDir /usr/share/cups
DocumentRoot ${root}/doc
RequestRoot ${root}/spool
TempDir ${root}/spool/tmp
CacheDir ${root}/cache
StateDir ${root}/run
ErrorLog ${root}/error_log
AccessLog ${root}/access_log
PageLog ${root}/page_log
${rootUser ? 'User lp\nGroup lp\nSystemGroup root\n' : ''}`,
  );
  // The shell waits for the end of its input: however this test process dies, its CUPS goes with it.
  const script = '/usr/sbin/cupsd -f -c "$1" -s "$2" & cat; kill $!; wait; rm -rf "$0"';
  const daemon = spawn('sh', ['-c', script, root, conf, files], { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = new Promise<void>((resolve) => daemon.once('exit', () => resolve()));
  const env = { ...process.env, CUPS_SERVER: server, LC_ALL: 'C' };
  const call = (command: string, ...args: string[]): void =>
    void execFileSync(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });

  for (let tries = 0; ; tries++) {
    if (spawnSync('lpstat', ['-r'], { env, encoding: 'utf8' }).stdout.includes('scheduler is running')) break;
    if (tries > 100)
      throw new Error(
        `cupsd did not start: ${fs.existsSync(`${root}/error_log`) ? fs.readFileSync(`${root}/error_log`, 'utf8') : ''}`,
      );
    await pause(50);
  }
  const addPrinter = (name: string, sizes: readonly string[] = []): void => {
    const driver = path.join(root, `${name}.ppd`);
    if (sizes.length > 0) fs.writeFileSync(driver, ppd(sizes));
    call(
      '/usr/sbin/lpadmin',
      ...['-p', name, '-E', '-v', `keep:/${name}`],
      ...(sizes.length > 0 ? ['-P', driver] : []),
    );
  };
  for (const name of printers) addPrinter(name);
  const [first] = printers;
  if (first) call('/usr/sbin/lpadmin', '-d', first);

  return {
    server,
    addPrinter,
    removePrinter: (name) => call('/usr/sbin/lpadmin', '-x', name),
    rejectJobs: (name) => call('/usr/sbin/cupsreject', name),
    pause: (name) => call('/usr/sbin/cupsdisable', name),
    resume: (name) => call('/usr/sbin/cupsenable', name),
    holdUp: (name, reason) => fs.writeFileSync(path.join(held, name), reason),
    mend: (name) => fs.rmSync(path.join(held, name), { force: true }),
    cancelAll: (name) => call('cancel', '-a', name),
    arrived: async (count) => {
      for (let tries = 0; tries < 400; tries++) {
        const names = fs.readdirSync(out).filter((name) => name.endsWith('.pdf'));
        if (names.length >= count) {
          return names
            .map((name) => ({ name, numbers: /^(\d+)-(\d+)/.exec(name) }))
            .sort((a, b) => Number(a.numbers?.[1]) - Number(b.numbers?.[1]))
            .map(({ name, numbers }) => ({ file: path.join(out, name), copies: Number(numbers?.[2]) }));
        }
        await pause(50);
      }
      throw new Error(
        `fewer than ${count} jobs arrived: ${fs.readFileSync(`${root}/error_log`, 'utf8').slice(-2_000)}`,
      );
    },
    stop: async () => {
      daemon.stdin.end();
      await ended;
    },
  };
}
