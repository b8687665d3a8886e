/**
 * What stands in for a module of the desk's page in the browser gives everything that the module gives, in the same types:
 * the type checker holds it here, and the list holds that no stand-in is forgotten.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** Fails to compile when a stand-in lacks something, or has it in another type. */
type StandsIn<Desk, Browser extends Desk> = [Desk, Browser];

export type Held = [
  StandsIn<
    typeof import('../../../renderer/data/blobs'),
    typeof import('../../../renderer/data/browser/blobs')
  >,
  StandsIn<
    typeof import('../../../renderer/data/books'),
    typeof import('../../../renderer/data/browser/books')
  >,
  StandsIn<
    typeof import('../../../renderer/data/derived'),
    typeof import('../../../renderer/data/browser/derived')
  >,
  StandsIn<
    typeof import('../../../renderer/data/gateway'),
    typeof import('../../../renderer/data/browser/gateway')
  >,
  StandsIn<
    typeof import('../../../renderer/data/host'),
    typeof import('../../../renderer/data/browser/host')
  >,
  StandsIn<
    typeof import('../../../renderer/data/local'),
    typeof import('../../../renderer/data/browser/local')
  >,
  StandsIn<
    typeof import('../../../renderer/data/offered'),
    typeof import('../../../renderer/data/browser/offered')
  >,
  StandsIn<
    typeof import('../../../renderer/data/read'),
    typeof import('../../../renderer/data/browser/read')
  >,
  StandsIn<
    typeof import('../../../renderer/data/search'),
    typeof import('../../../renderer/data/browser/search')
  >,
  StandsIn<
    typeof import('../../../renderer/data/sight'),
    typeof import('../../../renderer/data/browser/sight')
  >,
  StandsIn<
    typeof import('../../../renderer/data/sign-in'),
    typeof import('../../../renderer/data/browser/sign-in')
  >,
  StandsIn<typeof import('../../../renderer/app/app'), typeof import('../../../renderer/app/browser/app')>,
  StandsIn<
    typeof import('../../../renderer/app/features-here'),
    typeof import('../../../renderer/app/browser/features-here')
  >,
  StandsIn<
    typeof import('../../../renderer/app/own-items'),
    typeof import('../../../renderer/app/browser/own-items')
  >,
  StandsIn<
    typeof import('../../../renderer/app/sign-in'),
    typeof import('../../../renderer/app/browser/sign-in')
  >,
  StandsIn<
    typeof import('../../../renderer/app/state-pill'),
    typeof import('../../../renderer/app/browser/state-pill')
  >,
  StandsIn<
    typeof import('../../../renderer/app/settings/settings-page'),
    typeof import('../../../renderer/app/settings/browser/settings-page')
  >,
  StandsIn<
    typeof import('../../../renderer/ui/print/printer-choice'),
    typeof import('../../../renderer/ui/print/browser/printer-choice')
  >,
];

const LISTED = 18;

it('lists every stand-in', () => {
  const root = path.resolve('renderer');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const pairs = files.filter(
    (file) =>
      /[\\/]browser[\\/][^\\/]+\.tsx?$/.test(file) &&
      files.includes(file.replace(/[\\/]browser[\\/]/, path.sep)),
  );
  expect(pairs).toHaveLength(LISTED);
});
