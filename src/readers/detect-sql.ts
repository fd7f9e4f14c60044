/** Tells SQL from other text by the words with which it begins, and how its strings are written. */
import type { SqlFormat } from '../core/format.js';

/** Extensions that say SQL. */
const SQL = new Set(['sql', 'ddl', 'dml', 'psql', 'mysql']);
/** Spaces and comments before the first statement. */
const BEFORE = /^(?:\s+|--[^\n]*\n|#[^\n]*\n|\/\*[\s\S]*?\*\/;?)*/;
/** First words of scripts without an extension. */
const FIRST =
  /^(?:insert\s+into|replace\s+into|create\s+(?:table|database|schema|temp)|drop\s+table|copy\s+\S+|update\s+\S+\s+set|set\s+\S+\s*=|set\s+statement_timeout|begin(?:\s+transaction)?\s*;|start\s+transaction|pragma\s|lock\s+tables|use\s+\S+\s*;|\\restrict\s)/i;
/** Statements whose values have names. */
const NAMING =
  /^[ \t]*(?:insert\s+into\s|replace\s+into\s|update\s+\S{1,200}\s+set\s|create\s+table\s|copy\s[^;\n]{1,500}\sfrom\s+stdin)/im;
/** What only MySQL and its relatives write, what only others do, and what SQLite writes, too. */
const OF_MYSQL = /MySQL dump|MariaDB dump|ENGINE\s*=/;
const OF_OTHERS =
  /PostgreSQL database dump|standard_conforming_strings|^COPY\s[^;\n]{1,500}\sFROM\s+stdin|PRAGMA\s|\bSERIAL\b|\[dbo\]|\bN'/m;
const BACKTICK = '`';
/** A quote behind a backslash that a letter follows: no string ends there. */
const ESCAPED_QUOTE = /\\'\p{L}/u;

/** How the strings of SQL are written, or undefined for other text. */
export function detectSql(text: string, extension: string): SqlFormat['strings'] | undefined {
  if (!SQL.has(extension)) {
    const start = BEFORE.exec(text)![0].length;
    if (!FIRST.test(text.slice(start, start + 200)) || !NAMING.test(text)) return undefined;
  }
  if (OF_MYSQL.test(text)) return 'backslash';
  if (OF_OTHERS.test(text)) return 'quotes';
  return text.includes(BACKTICK) || ESCAPED_QUOTE.test(text) ? 'backslash' : 'quotes';
}
