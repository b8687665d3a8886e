// npm run audit: fails when a package of the lock file has a known weakness of level high or above. Where the registry
// does not answer such questions (mirrors, closed networks) that is said, and the rest of CI goes on.
import { spawnSync } from 'node:child_process';

const LEVELS = ['high', 'critical'];

const { stdout, stderr } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8' });
const report = JSON.parse(stdout || '{}');
if (!report.metadata) {
  console.log('SKIPPED: the registry does not tell of known weaknesses; no package was checked.');
  console.log(
    (report.message ?? stderr)
      .split('\n')[0]
      .slice(0, 120)
      .replaceAll(/https?:\S+/g, '…'),
  );
  process.exit(0);
}
const found = Object.values(report.vulnerabilities).filter(({ severity }) => LEVELS.includes(severity));
for (const { name, severity, range } of found) console.error(`${severity}: ${name} ${range}`);
console.log(`${report.metadata.dependencies.total} packages checked, ${found.length} with a known weakness`);
process.exit(found.length > 0 ? 1 : 0);
