// Five hundred desks listen and say nothing while records come: each is woken, and memory stays where it was.
import http from 'node:http';
import { afterEach, expect, it } from 'vitest';
import type { Caller } from '../../helpers/endpoint';
import { firstDesk, pushAcknowledged, rowsOf, visit } from '../../helpers/endpoint-load';
import { makePlace, type Place } from '../../helpers/endpoint-process';

const STREAMS = 500;
const PUSHES = 150;
const MEGABYTE = 1_048_576;

let place: Place;
afterEach(() => place.end());

interface Stream {
  heard: string;
  readonly close: () => void;
}

/** Opens a stream and waits for its first event. */
function listen(desk: Caller): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const options = { headers: desk.headers(), agent: false };
    const request = http.get(`${desk.endpoint.url}/sync/stream`, options, (response) => {
      const stream: Stream = { heard: '', close: () => request.destroy() };
      response.on('error', () => undefined);
      response.on('data', (chunk) => {
        stream.heard += String(chunk);
        resolve(stream);
      });
    });
    request.on('error', reject);
  });
}

it(`wakes ${STREAMS} idle streams and keeps nothing for them`, async () => {
  place = await makePlace('sqlite');
  const endpoint = await place.start();
  const desk = await firstDesk(endpoint);
  const streams: Stream[] = [];
  for (let at = 0; at < STREAMS; at += 50)
    streams.push(...(await Promise.all(Array.from({ length: 50 }, () => listen(desk)))));
  const push = async (name: string): Promise<void> => {
    for (let at = 0; at < PUSHES; at += 1)
      expect(await pushAcknowledged(desk, rowsOf([visit(`${name}:${at}`)]), new Map())).toBe(200);
  };
  const woken = (): number => streams.filter(({ heard }) => heard.includes('event: changed')).length;
  await push('warm');
  await expect.poll(woken).toBe(STREAMS);
  const before = await endpoint.memory();
  for (const stream of streams) stream.heard = '';
  await push('more');
  await expect.poll(woken).toBe(STREAMS);
  const after = await endpoint.memory();
  const grown = (after.held - before.held) / MEGABYTE;
  console.log(
    `${STREAMS} streams: ${(before.held / MEGABYTE).toFixed(1)} MB held, ${grown.toFixed(2)} MB more later`,
  );
  expect(grown).toBeLessThan(3);
  for (const stream of streams) stream.close();
  // What the streams held is given back once they are closed.
  await expect.poll(async () => (await endpoint.memory()).held).toBeLessThan(before.held);
  expect(await endpoint.end('SIGTERM')).toBe(0);
});
