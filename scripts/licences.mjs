// npm run licences: which packages go into the app and the endpoint, that their licences allow it, and their texts as one file
// in out/ (the package carries it). Fails on a licence that nobody has looked at.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ALLOWED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Unlicense',
  'MIT AND OFL-1.1',
  '(MIT AND Zlib)',
]);

/** Licences that a package states only in its text. */
const STATED_IN_TEXT = { 'png-js': 'MIT' };

/** Programs that packages bring along. */
const PROGRAMS = [
  'SumatraPDF 3.4.6 (in pdf-to-printer, Windows only): GPL-3.0-or-later, run as a program of its own, unchanged.',
];

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Packages that our own source imports. */
function imported() {
  const names = new Set();
  for (const file of ['shared', 'electron', 'renderer', 'server'].flatMap(filesBelow))
    for (const [, name] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import|import\()\s*['"]((?:@[\w-]+\/)?[a-z][\w.-]*)(?=['"/])/g,
    ))
      if (packages[`node_modules/${name}`]) names.add(name);
  names.delete('electron');
  names.delete('electron-vite');
  return names;
}

/** Where a dependency of a package stands: beside it, or further up. */
function placeOf(name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder}${folder ? '/' : ''}node_modules/${name}`;
    if (packages[place]) return place;
    if (folder === '') return null;
  }
}

const places = new Set();
const visit = (place) => {
  if (places.has(place)) return;
  places.add(place);
  for (const name of Object.keys(packages[place].dependencies ?? {})) {
    const next = placeOf(name, place);
    if (next) visit(next);
  }
};
for (const name of imported()) visit(`node_modules/${name}`);

const refused = [];
const sections = [...places].sort().flatMap((place) => {
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (name.startsWith('@types/')) return [];
  const { version, license = STATED_IN_TEXT[name] ?? 'none stated' } = packages[place];
  if (!ALLOWED.has(license)) refused.push(`${name} ${version}: ${license}`);
  const text = existsSync(place) && readdirSync(place).find((file) => /^licen[cs]e/i.test(file));
  return [
    `${name} ${version} (${license})\n\n${text ? readFileSync(path.join(place, text), 'utf8').trim() : ''}`,
  ];
});
if (refused.length > 0) {
  console.error(`Packages in the app whose licence nobody has looked at:\n  ${refused.join('\n  ')}`);
  process.exit(1);
}
mkdirSync('out', { recursive: true });
writeFileSync(
  'out/third-party-licences.txt',
  `Deskbook contains these packages.\n\n${[...sections, ...PROGRAMS].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`,
);
console.log(
  `${sections.length} packages go into the app and the endpoint; every licence is known and allowed.`,
);
