/**
 * What stands in for a module of the desk's page in the browser gives everything that the module gives, in the same types:
 * the type checker holds it here, and the list holds that no stand-in is forgotten.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type * as blobsDesk from '../../../renderer/data/blobs';
import type * as blobsHere from '../../../renderer/data/browser/blobs';
import type * as booksDesk from '../../../renderer/data/books';
import type * as booksHere from '../../../renderer/data/browser/books';
import type * as derivedDesk from '../../../renderer/data/derived';
import type * as derivedHere from '../../../renderer/data/browser/derived';
import type * as gatewayDesk from '../../../renderer/data/gateway';
import type * as gatewayHere from '../../../renderer/data/browser/gateway';
import type * as hostDesk from '../../../renderer/data/host';
import type * as hostHere from '../../../renderer/data/browser/host';
import type * as localDesk from '../../../renderer/data/local';
import type * as localHere from '../../../renderer/data/browser/local';
import type * as offeredDesk from '../../../renderer/data/offered';
import type * as offeredHere from '../../../renderer/data/browser/offered';
import type * as readDesk from '../../../renderer/data/read';
import type * as readHere from '../../../renderer/data/browser/read';
import type * as searchDesk from '../../../renderer/data/search';
import type * as searchHere from '../../../renderer/data/browser/search';
import type * as sightDesk from '../../../renderer/data/sight';
import type * as sightHere from '../../../renderer/data/browser/sight';
import type * as signInDesk from '../../../renderer/data/sign-in';
import type * as signInHere from '../../../renderer/data/browser/sign-in';
import type * as appDesk from '../../../renderer/app/app';
import type * as appHere from '../../../renderer/app/browser/app';
import type * as featuresHereDesk from '../../../renderer/app/features-here';
import type * as featuresHereHere from '../../../renderer/app/browser/features-here';
import type * as ownItemsDesk from '../../../renderer/app/own-items';
import type * as ownItemsHere from '../../../renderer/app/browser/own-items';
import type * as appSignInDesk from '../../../renderer/app/sign-in';
import type * as appSignInHere from '../../../renderer/app/browser/sign-in';
import type * as statePillDesk from '../../../renderer/app/state-pill';
import type * as statePillHere from '../../../renderer/app/browser/state-pill';
import type * as settingsPageDesk from '../../../renderer/app/settings/settings-page';
import type * as settingsPageHere from '../../../renderer/app/settings/browser/settings-page';
import type * as printerChoiceDesk from '../../../renderer/ui/print/printer-choice';
import type * as printerChoiceHere from '../../../renderer/ui/print/browser/printer-choice';

/** Fails to compile when a stand-in lacks something, or has it in another type. */
type StandsIn<Desk, Browser extends Desk> = [Desk, Browser];

export type Held = [
  StandsIn<typeof blobsDesk, typeof blobsHere>,
  StandsIn<typeof booksDesk, typeof booksHere>,
  StandsIn<typeof derivedDesk, typeof derivedHere>,
  StandsIn<typeof gatewayDesk, typeof gatewayHere>,
  StandsIn<typeof hostDesk, typeof hostHere>,
  StandsIn<typeof localDesk, typeof localHere>,
  StandsIn<typeof offeredDesk, typeof offeredHere>,
  StandsIn<typeof readDesk, typeof readHere>,
  StandsIn<typeof searchDesk, typeof searchHere>,
  StandsIn<typeof sightDesk, typeof sightHere>,
  StandsIn<typeof signInDesk, typeof signInHere>,
  StandsIn<typeof appDesk, typeof appHere>,
  StandsIn<typeof featuresHereDesk, typeof featuresHereHere>,
  StandsIn<typeof ownItemsDesk, typeof ownItemsHere>,
  StandsIn<typeof appSignInDesk, typeof appSignInHere>,
  StandsIn<typeof statePillDesk, typeof statePillHere>,
  StandsIn<typeof settingsPageDesk, typeof settingsPageHere>,
  StandsIn<typeof printerChoiceDesk, typeof printerChoiceHere>,
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
