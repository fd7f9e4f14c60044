/** Logs of a web server with request ids, sizes and times; the clients' addresses are cut, as privacy rules ask. */
import { hex, pad, uuid, WORDS } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const serverLogs = {
  name: 'server-logs',
  fileName: 'access.log',
  piece: (random) =>
    `- - - [${pad(random.between(1, 28))}/Mar/2026:${pad(random.int(24))}:${pad(random.int(60))}:${pad(random.int(60))} +0000] "GET /${random.pick(WORDS)}/${random.digits(random.between(5, 12))}?v=${hex(random, 8)}&page=${random.int(90)} HTTP/1.1" 200 ${random.int(900_000)} "-" "rid=${uuid(random)} t=0.${random.digits(6)} node=${random.pick(WORDS)}-${random.digits(2)} span=${random.digits(19)}"\n`,
};
