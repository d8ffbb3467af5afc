// What a file is called, where it lies and what it may not carry: vague names, empty folders, machine paths.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const roots = ['apps', 'libs', 'workflows', 'migrations', 'test', 'scripts'];
const complaints = [];

/** Tracked or about to be: what .gitignore leaves. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(path));

for (const path of files) {
  if (/(^|\/)(utils?|helpers?|common|misc|shared|types)(\/|\.[a-z.]+$)/.test(path)) {
    complaints.push(`${path}: 何が入っているか分からない名前です`);
  }
  if (/\.(ts|tsx|mjs|cjs)$/.test(path) && !/^[a-z0-9.-]+$/.test(path.slice(path.lastIndexOf('/') + 1))) {
    complaints.push(`${path}: ファイル名は小文字とハイフンです`);
  }
  if (/\.(ts|tsx|mjs|cjs|json|ya?ml|md|sh)$/.test(path) && path !== 'scripts/check/names.mjs') {
    const text = readFileSync(path, 'utf8');
    const found = /(^|[\s"'`(=:])\/(work|root|home)\/\w/m.exec(text);
    if (found) complaints.push(`${path}: この機械の場所が書かれています (${found[0].trim()}…)`);
  }
}

function emptyFoldersBelow(folder) {
  const entries = readdirSync(folder);
  if (entries.length === 0) complaints.push(`${folder}: 空のフォルダーです`);
  for (const entry of entries) {
    const path = join(folder, entry);
    if (entry !== 'node_modules' && statSync(path).isDirectory()) emptyFoldersBelow(path);
  }
}
for (const root of roots) if (existsSync(root)) emptyFoldersBelow(root);

for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
