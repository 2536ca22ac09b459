import 'reflect-metadata';
import { ConfigError, readConfig, type Config } from '../platform/config/index.js';
import { DATABASE_TAKEN, DatabaseOpenError, openDatabase } from '../platform/db/open-database.js';
import { systemClock } from '../platform/clock/index.js';
import { createLog } from '../platform/log/index.js';
import { compose, createPlatform } from './compose.js';
import { isInsecure } from '../platform/http/origin.js';
import { startServer } from './server.js';

const INSECURE_ADDRESS = (origin: string) =>
  `People reach Tandem at ${origin}, without TLS: browsers then give neither microphone nor camera nor screen. Put https in front and set PUBLIC_URL to it, or start with --lan.`;

/** One line for the launcher; all other output is the log. */
const say = (line: object) => process.stdout.write(`tandem:${JSON.stringify(line)}\n`);

async function start(config: Config): Promise<() => Promise<void>> {
  const log = createLog(config.logLevel);
  const db = await openDatabase(config, () => {
    log.fatal(DATABASE_TAKEN);
    process.exit(1); // another process owns the database: nothing may be written any more
  });
  const platform = createPlatform({ config, db, clock: systemClock, log });
  const features = compose(platform);
  const site = await features.sites.ensureFirst();
  await features.participants.resume();
  const tell = (code: string) => (message: string) => say({ notice: { code, message } });
  await features.start(tell('MAIL_SERVER'));
  if (isInsecure(config.origins[0]!)) tell('INSECURE_ADDRESS')(INSECURE_ADDRESS(config.origins[0]!));
  const server = await startServer(platform, features);
  platform.sweeper.start();

  const handedOut = await features.auth.firstAccount.ensure(site);
  if (handedOut) say({ firstSignIn: handedOut });
  if (config.resetPassword) {
    const reset = await features.auth.firstAccount.reset(site, config.resetPassword);
    say(
      reset
        ? { passwordReset: reset }
        : {
            notice: {
              code: 'NO_SUCH_ACCOUNT',
              message: `There is no account ${config.resetPassword}: no password was changed.`,
            },
          },
    );
  }
  say({ ready: { port: server.port, origins: config.origins } });

  return async () => {
    await server.stop();
    await platform.sweeper.stop();
    await features.stop();
    await platform.relay.stop();
    await db.close();
  };
}

function refuse(error: unknown, port: number): never {
  const { code } = error as { code?: string };
  if (error instanceof ConfigError) say({ failed: { code: 'CONFIG_INVALID', message: error.message } });
  else if (error instanceof DatabaseOpenError) say({ failed: { code: error.code, message: error.message } });
  else if (code === 'EADDRINUSE')
    say({
      failed: { code: 'PORT_IN_USE', message: `Port ${port} is taken: stop what uses it, or set PORT to a free one.` },
    });
  else throw error;
  process.exit(1);
}

let port = 0;
try {
  const config = readConfig(process.env);
  port = config.port;
  const stop = await start(config);
  let isStopping = false;
  const onStop = () => {
    if (isStopping) return;
    isStopping = true;
    void stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', onStop);
  process.on('SIGINT', onStop);
  if (config.hasParentPipe) process.stdin.resume().on('close', onStop); // the launcher has exited
} catch (error) {
  refuse(error, port);
}
