import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cached } from './cache.mjs';
import { installPackages, mayInstallPackages } from './debian-packages.mjs';
import { findProgram, isProgram } from './find-program.mjs';
import { SetupRefusal } from './refusal.mjs';
import { runCommand } from './run-command.mjs';
import { step } from './progress.mjs';
import { downloadBySdk } from './sdk-download.mjs';

const version = '1.38.0';
const cacheName = `test-server-${version}`;

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>tsunagi</groupId><artifactId>test-server</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${version}</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
`;

const wrapper = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
exec java -cp "$here/lib/*" io.temporal.testserver.TestServer "$@"
`;

/** @param {string} text of \`java -version\` @returns {boolean} at least 17 */
export function isJavaNewEnough(text) {
  const found = /version "(\d+)/.exec(text);
  return found !== null && Number(found[1]) >= 17;
}

async function javaIsThere() {
  const java = findProgram(['java']);
  if (java === undefined) return false;
  const { code, lines } = await runCommand(java, ['-version'], { timeoutMs: 20_000 });
  return code === 0 && isJavaNewEnough(lines.join('\n'));
}

async function ensureJavaAndMaven() {
  const missing = async () => !(await javaIsThere()) || findProgram(['mvn']) === undefined;
  if (!(await missing())) return;
  if (mayInstallPackages()) {
    await installPackages('Java と Maven を入れています(時間を飛ばすテスト用)', '1〜2 分', [
      'openjdk-17-jre-headless',
      'maven',
    ]);
    if (!(await missing())) return;
  }
  throw new SetupRefusal('setup.no-test-server', [
    '時間を飛ばす Temporal テストサーバーを用意できません(ダウンロードにつながらず、Java 17 以上と Maven もありません)。',
    'Debian / Ubuntu なら: apt-get install openjdk-17-jre-headless maven',
  ]);
}

async function fetchByMaven(building) {
  await ensureJavaAndMaven();
  await step('時間を飛ばす Temporal テストサーバーを取り寄せています(Maven、40 MB)', '20 秒〜2 分', async (report) => {
    writeFileSync(join(building, 'pom.xml'), pom);
    let files = 0;
    const args = ['-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib', '-DincludeScope=runtime'];
    const { code, lines } = await runCommand('mvn', args, {
      cwd: building,
      onLine: (line) => {
        if (/Downloaded/.test(line)) files += 1;
        report({ detail: `${files} 個` });
      },
    });
    if (code !== 0)
      throw new SetupRefusal('setup.no-test-server', ['Maven での取り寄せが失敗しました。', ...lines.slice(-8)]);
  });
  writeFileSync(join(building, 'test-server'), wrapper);
  chmodSync(join(building, 'test-server'), 0o755);
}

/**
 * Whether a server that was found before can still be started: the one from Maven needs a Java.
 * @param {string | undefined} path
 * @returns {boolean}
 */
export function isTestServerUsable(path) {
  if (path === undefined) return false;
  return !existsSync(join(dirname(path), 'lib')) || findProgram(['java']) !== undefined;
}

/**
 * The time-skipping server for workflow tests: the SDK's download, or Java and Maven.
 * @param {string} root folder of the clone
 * @returns {Promise<string>} path of the program
 */
export async function ensureTestServer(root) {
  const given = process.env.TSUNAGI_TEST_SERVER;
  if (given) {
    if (isProgram(given)) return given;
    throw new SetupRefusal('setup.no-test-server', [
      `TSUNAGI_TEST_SERVER の ${given} は実行できるファイルではありません。`,
    ]);
  }
  const folder = await cached(
    cacheName,
    async (building) => {
      const downloaded = await downloadBySdk('time-skipping', root, join(building, 'test-server'));
      if (!downloaded) await fetchByMaven(building);
    },
    { onWait: () => process.stdout.write('・別の準備がテストサーバーを取り寄せています。終わるのを待ちます\n') },
  );
  // The jars need a Java; should it have been removed since, that is said now and not inside a test.
  if (existsSync(join(folder, 'lib'))) await ensureJavaAndMaven();
  return join(folder, 'test-server');
}
