import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cached, cacheFolder } from './cache.mjs';
import { findProgram, isProgram } from './find-program.mjs';
import { SetupRefusal } from './refusal.mjs';
import { runCommand } from './run-command.mjs';
import { step } from './progress.mjs';
import { downloadBySdk } from './sdk-download.mjs';

const cliVersion = '1.5.1';
const cacheName = `temporal-${cliVersion}`;
/** What `go install -v` prints for this version with cold caches: modules fetched, then packages compiled. */
const linesOfBuild = 1_450;

/**
 * Go's own version as numbers. @param {string} line of `go version` @returns {boolean} at least 1.25
 */
export function isGoNewEnough(line) {
  const found = /go(\d+)\.(\d+)/.exec(line);
  if (found === null) return false;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  return major > 1 || (major === 1 && minor >= 25);
}

/**
 * Which rung of the ladder (design.md 6) gives the Temporal server. The first that is there wins.
 * @param {{ address: string | undefined, onPath: string | undefined, inCache: string | undefined }} there
 * @returns {{ kind: 'address', address: string } | { kind: 'program', path: string } | { kind: 'obtain' }}
 */
export function chooseTemporal({ address, onPath, inCache }) {
  if (address) return { kind: 'address', address };
  const path = onPath ?? inCache;
  return path === undefined ? { kind: 'obtain' } : { kind: 'program', path };
}

async function goProgram() {
  const go = findProgram(['go']) ?? ['/usr/local/go/bin/go'].find(isProgram);
  if (go === undefined) return undefined;
  const { code, lines } = await runCommand(go, ['env', 'GOVERSION'], { timeoutMs: 20_000 });
  return code === 0 && isGoNewEnough(lines.join(' ')) ? go : undefined;
}

/** Builds the command line tool of Temporal (which holds the server) in temporary Go caches, 3 GB, removed after. */
async function buildByGo(go, folder) {
  // Inside the folder being built: what a killed build leaves here, the next one sweeps away.
  const work = join(folder, 'go');
  mkdirSync(work);
  try {
    await step(
      'Temporal 開発サーバーを Go で作っています(一度だけ。一時的に約 3 GB 使います)',
      '3〜6 分',
      async (report) => {
        let lines = 0;
        const env = {
          ...process.env,
          CGO_ENABLED: '0',
          GOBIN: join(work, 'bin'),
          GOMODCACHE: join(work, 'mod'),
          GOCACHE: join(work, 'cache'),
          GOTMPDIR: work,
          GOFLAGS: '-modcacherw',
        };
        const args = ['install', '-v', '-ldflags=-s -w', `github.com/temporalio/cli/cmd/temporal@v${cliVersion}`];
        const built = await runCommand(go, args, {
          env,
          onLine: (line) => {
            lines += 1;
            report({ share: lines / linesOfBuild, detail: line.replace(/^go: /, '').slice(0, 50) });
          },
        });
        if (built.code !== 0) {
          throw new SetupRefusal('setup.no-temporal', [
            'Temporal サーバーを Go で作れませんでした。インターネットにつながるか、空き容量(約 3 GB)があるかを確かめてください。',
            'Temporal CLI を入れて PATH に置くか、動いている Temporal を TEMPORAL_ADDRESS で指すこともできます。',
            ...built.lines.slice(-4),
          ]);
        }
        renameSync(join(work, 'bin', 'temporal'), join(folder, 'temporal'));
      },
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function obtain(root) {
  const folder = await cached(
    cacheName,
    async (building) => {
      const downloaded = await step('Temporal 開発サーバーを取り寄せています', '数秒〜1 分', async () =>
        downloadBySdk('dev-server', root, join(building, 'temporal')),
      );
      if (downloaded) return;
      process.stdout.write('  Go で作れるかを見ます\n');
      const go = await goProgram();
      if (go === undefined) {
        throw new SetupRefusal('setup.no-temporal', [
          'Temporal サーバーを用意できません。試したこと: TEMPORAL_ADDRESS(指定なし)、PATH の temporal(なし)、',
          `  ${cacheFolder()}(なし)、ダウンロード(つながらない)、Go 1.25 以上(なし)。`,
          '次のどれかをしてください: Temporal CLI を入れて PATH に置く / Go 1.25 以上を入れる / 動いている Temporal を TEMPORAL_ADDRESS で指す。',
        ]);
      }
      await buildByGo(go, building);
    },
    { onWait: () => process.stdout.write('・別の準備が Temporal サーバーを作っています。終わるのを待ちます\n') },
  );
  return join(folder, 'temporal');
}

/**
 * @param {string} root folder of the clone (node_modules is installed)
 * @returns {Promise<string | undefined>} path of the program, undefined when TEMPORAL_ADDRESS says where a server runs
 */
export async function ensureTemporal(root) {
  const inCache = join(cacheFolder(), cacheName, 'temporal');
  const choice = chooseTemporal({
    address: process.env.TEMPORAL_ADDRESS,
    onPath: findProgram(['temporal']),
    inCache: existsSync(inCache) ? inCache : undefined,
  });
  switch (choice.kind) {
    case 'address':
      return undefined;
    case 'program':
      return choice.path;
    default:
      return obtain(root);
  }
}
