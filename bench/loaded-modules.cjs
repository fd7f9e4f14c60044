/** Loaded in front of a program (`--require`): writes to file descriptor 3, when it ends, which modules it had loaded. */
const fs = require('node:fs');

process.on('exit', () => {
  const own = process.moduleLoadList
    .filter((name) => name.startsWith('NativeModule '))
    .map((name) => name.slice('NativeModule '.length));
  const files = Object.keys(require.cache).filter((file) => file !== __filename);
  fs.writeSync(3, JSON.stringify({ own, files }));
});
