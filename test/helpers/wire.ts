/** Very many requests over a few kept connections: a `fetch` costs its caller more than the answer costs the endpoint. */
import http from 'node:http';

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Told {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

/** Kept connections to one endpoint. */
export class Wire {
  private readonly agent: http.Agent;

  constructor(
    private readonly url: string,
    readonly atOnce: number,
  ) {
    this.agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  }

  /** Asks once; rejects when the connection ends without an answer. */
  send(route: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Told> {
    return new Promise((resolve, reject) => {
      const request = http.request(
        `${this.url}${route}`,
        { agent: this.agent, method, headers },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          );
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }

  /** Does something so many times, as many at once as there are connections. */
  async times(count: number, work: () => Promise<void>): Promise<void> {
    let left = count;
    const worker = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await work();
      }
    };
    await Promise.all(Array.from({ length: this.atOnce }, worker));
  }

  close(): void {
    this.agent.destroy();
  }
}
