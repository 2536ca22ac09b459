// A launcher that runs the database alone, for tests: it says "ready <address>" or "problem <sentence>".
import { provideDatabase } from './database.mjs';
import { keepUp } from './keep-up.mjs';

const [dataDir, port] = process.argv.slice(2);

function refuse(problem) {
  console.log(`problem ${problem.message}`);
  process.exit(1);
}

try {
  const { url, start } = await provideDatabase({ dataDir, ports: { http: 4100, database: Number(port) } });
  const kept = keepUp('The database', start, { onGiveUp: refuse });
  process.once('SIGTERM', () => kept.stop().then(() => process.exit(0)));
  await kept.ready;
  console.log(`ready ${url}`);
} catch (problem) {
  refuse(problem);
}
