import { setTimeout as delay } from 'node:timers/promises';
import { createClosingOrder } from './closing-order.ts';
import { readLocalConfig, type LocalConfig } from './config.ts';
import { homeFolder } from './home/home-folder.ts';
import { agreesToReset, assertResettable } from './home/reset.ts';
import type { Rooms } from './rooms.ts';
import { announcementLines } from './screen/announcement.ts';
import { createScreen } from './screen/screen.ts';
import { startLocal } from './start-local.ts';
import { StartRefusal } from './start-refusal.ts';
import { watchEndings } from './watch-endings.ts';

/** What may stand behind `npm start --`. */
export interface LocalArguments {
  /** `--reset`: delete everything and begin anew. */
  readonly reset: boolean;
  /** `--yes`: do not ask. */
  readonly yes: boolean;
}

/** @throws StartRefusal `start.setting-invalid` for a word that is not known */
export function readArguments(words: readonly string[]): LocalArguments {
  const unknown = words.filter((word) => word !== '--reset' && word !== '--yes');
  if (unknown.length > 0) {
    throw new StartRefusal('start.setting-invalid', [
      `分からない指定です: ${unknown.join(' ')}`,
      '使えるもの: --reset(すべて消してはじめから)、--yes(尋ねない)',
    ]);
  }
  return { reset: words.includes('--reset'), yes: words.includes('--yes') };
}

const patienceAfterFailureMs = 10_000;

async function agreeOnReset(config: LocalConfig, { reset, yes }: LocalArguments, signal: AbortSignal): Promise<void> {
  if (!reset) return;
  assertResettable(config.databaseUrl);
  if (yes || (await agreesToReset(homeFolder(config.home), process.stdin, process.stdout, signal))) return;
  throw new StartRefusal('start.reset-cancelled', ['やめました。何も消していません。']);
}

/**
 * Runs Tsunagi on this machine until it is told to end (SIGINT, SIGTERM, SIGHUP; a second one forces).
 * @param words what stands behind the command
 * @returns exit code of the process
 */
export async function runLocal(words: readonly string[], rooms: Rooms): Promise<number> {
  // Databases, logs and mails of this process and its servers are nobody else's on this machine.
  process.umask(0o077);
  // Whoever read along may have gone (a closed terminal, `| head`): that is no fault, and there is nobody to tell.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const screen = createScreen((text) => {
    process.stdout.write(text);
  });
  const closing = createClosingOrder();
  const endings = watchEndings(screen, closing);
  try {
    const config = readLocalConfig();
    const given = readArguments(words);
    await agreeOnReset(config, given, endings.signal);
    const started = await startLocal({
      config,
      rooms,
      screen,
      closing,
      reset: given.reset,
      signal: endings.signal,
      onLost: endings.lost,
    });
    const { commandStartedAtMs } = config;
    const countedFromMs = commandStartedAtMs ?? performance.timeOrigin;
    const firstPageMs = performance.timeOrigin + started.firstPageAt - countedFromMs;
    for (const line of announcementLines({
      ...started,
      firstPageMs,
      countedFromCommand: commandStartedAtMs !== undefined,
    }))
      screen.line(line);
    await endings.asked;
  } catch (error) {
    if (endings.signal.aborted) await endings.asked;
    else endings.failed(error);
  }
  const closed = closing.closeAll((name, error) => {
    screen.line(`  ${name} を終わらせるときの問題: ${error instanceof Error ? error.message : String(error)}`);
  });
  // Whoever was asked to end finishes what it has in hand. After a failure that may never come: whoever starts us again is waiting.
  if (endings.exitCode() === 0) await closed;
  else if ((await Promise.race([closed, delay(patienceAfterFailureMs, 'late' as const)])) === 'late')
    closing.forceAll();
  endings.done();
  return endings.exitCode();
}
