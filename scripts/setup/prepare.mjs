// Runs before `npm start` and `npm test`, on whatever Node is there: old syntax only, no static imports,
// so that even a Node that is far too old can still print the refusal.
var wanted = 20;
var major = Number(process.versions.node.split('.')[0]);
var purpose = process.argv[2];

if (major < wanted) {
  console.error('準備できません [setup.node-too-old]');
  console.error('  Node.js ' + wanted + ' 以上が必要です(いまは ' + process.versions.node + ' です)。');
  console.error('  新しい Node.js を入れてから、もう一度実行してください。まだ何も変更していません。');
  process.exitCode = 10;
} else if (purpose !== 'start' && purpose !== 'test') {
  console.error('使い方: node scripts/setup/prepare.mjs start|test');
  process.exitCode = 2;
} else {
  import('./set-up.mjs')
    .then(function (room) {
      return room.setUp(purpose);
    })
    .then(function (code) {
      process.exitCode = code;
    });
}
