#!/usr/bin/env node
/** What users start. The hook, for which a commit waits, goes a shorter way than all other commands. */
const words = process.argv.slice(2);
const isPlainHook = words[0] === 'hook' && !words.includes('--help') && !words.includes('-h');

if (isPlainHook) require('./hook-main.cjs');
else import('./main.js');
