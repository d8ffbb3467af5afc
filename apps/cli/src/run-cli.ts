import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { Refusal } from './refusal.ts';

const titles: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Options:': '指定:',
  'Commands:': '命令:',
  'Arguments:': '値:',
};

const sentences: Readonly<Record<string, string>> = {
  'commander.unknownCommand': '分からない命令です。tsunagi --help で一覧を見られます。',
  'commander.unknownOption': '分からない指定です。--help で使い方を見られます。',
  'commander.excessArguments': '余分な言葉があります。--help で使い方を見られます。',
  'commander.optionMissingArgument': '値のない指定があります。--help で使い方を見られます。',
  'commander.missingMandatoryOptionValue': '足りない指定があります。--help で使い方を見られます。',
};

/**
 * The operators' program. Each command's code is loaded when it is asked for: `--help` answers at once.
 * @param words what stands behind `tsunagi`
 * @returns the exit code: 0 done, 1 refused or bad
 */
export async function runCli(words: readonly string[]): Promise<number> {
  let exitCode = 0;
  try {
    await program((code) => (exitCode = code)).parseAsync([...words], { from: 'user' });
  } catch (error) {
    exitCode = toldOf(error);
  }
  return exitCode;
}

function toldOf(error: unknown): number {
  if (error instanceof Refusal) {
    for (const line of error.lines) console.error(line);
    return 1;
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    console.error(sentences[error.code] ?? error.message);
    return 1;
  }
  throw error;
}

function program(exitWith: (code: number) => void): Command {
  const tsunagi = inJapanese(new Command('tsunagi'))
    .description('つなぎの運用のための命令')
    .helpCommand('help [命令]', '使い方を表示する');
  const command = (name: string, description: string): Command =>
    inJapanese(tsunagi.command(name).description(description));
  command('start', '一台でつなぎを始める(npm start と同じ)')
    .option('--reset', 'すべて消してはじめから')
    .option('--yes', '尋ねない')
    .action(async ({ reset, yes }: { readonly reset?: boolean; readonly yes?: boolean }) => {
      const { startHere } = await import('./start.ts');
      exitWith(await startHere({ reset: reset ?? false, yes: yes ?? false }));
    });
  command('migrate', 'データベースの形と、前の版が残した記録を最新にする').action(async () => {
    const { migrateDatabase } = await import('./migrate.ts');
    exitWith(await migrateDatabase());
  });
  command('rebuild', 'すべての記録を出来事から作り直して違いを直し、手続きを立て直す')
    .option('--check', '違いを調べるだけにする(あれば終了コード 1)')
    .option('--restart', '動いている手続きも止めて、記録からはじめる(手続きの変更のあと)')
    .option('--per-second <件>', '1秒に何件まで', count, 100)
    .action(async (order: { readonly check?: true; readonly restart?: true; readonly perSecond: number }) => {
      const { rebuild } = await import('./rebuild.ts');
      exitWith(await rebuild({ check: false, restart: false, ...order }));
    });
  command('restore-done', 'データベースを控えから戻したあと、手続きに知らせる')
    .option('--per-second <件>', '1秒に何件まで', count, 100)
    .action(async ({ perSecond }: { readonly perSecond: number }) => {
      const { restoreDone } = await import('./restore-done.ts');
      await restoreDone(perSecond);
    });
  command('year', '一年度を架空の人々で過ごし、目標と実績をくらべる(データベースは使わない)')
    .requiredOption('--municipality <記号>', '自治体プロファイルの記号(例: higashiagatsuma)')
    .option('--seed <数>', '同じ数なら同じ一年になる', count, 1)
    .option('--fiscal-year <西暦>', '年度の始まる年(2026 は令和8年度)', count, 2026)
    .option('--seeds <通り>', '偶然だけが違う年を続けて過ごし、実績の幅を出す(例: 40)', count, 1)
    .action(
      async ({
        seeds,
        ...order
      }: Readonly<Record<'seed' | 'fiscalYear' | 'seeds', number>> & { readonly municipality: string }) => {
        const { liveYear } = await import('./year.ts');
        exitWith(await liveYear({ ...order, years: seeds }));
      },
    );
  command('health', '動きを確かめる(悪いところがあれば終了コード 1)')
    .option('--url <場所>', '画面の場所(例: http://localhost:3000)')
    .action(async ({ url }: { readonly url?: string }) => {
      const { tellHealth } = await import('./health.ts');
      exitWith(await tellHealth(url));
    });
  command('audit', '記録に書き換えや抜けがないか確かめる(あれば終了コード 1)')
    .requiredOption('--municipality <記号>', '自治体プロファイルの記号(例: higashiagatsuma)')
    .option('--head', '監査記録の先頭の値を表示するだけにする(別の場所に控える)')
    .option('--since-head <値>', '控えておいた先頭の値が、いまの監査記録の中にあることも確かめる', headHash)
    .action(async (order: { readonly municipality: string; readonly head?: true; readonly sinceHead?: string }) => {
      const { tellAudit } = await import('./audit.ts');
      exitWith(await tellAudit(order));
    });
  return tsunagi;
}

function inJapanese(command: Command): Command {
  return command
    .helpOption('-h, --help', '使い方を表示する')
    .usage(command.parent ? '[指定]' : '<命令> [指定]')
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      subcommandTerm: (sub) => sub.name(),
      optionDescription: ({ description, defaultValue }) =>
        typeof defaultValue === 'number' ? `${description}(はじめの値 ${defaultValue})` : description,
    })
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('1以上の整数にしてください。');
  return value;
}

function headHash(text: string): string {
  if (!/^[\da-f]{64}$/u.test(text))
    throw new InvalidArgumentError('64文字の値(tsunagi audit --head が表示するもの)にしてください。');
  return text;
}
