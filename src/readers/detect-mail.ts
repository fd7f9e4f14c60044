/** Tells mail from other text by its header. */

/** Names of header fields that tell mail from other text that begins with names and colons (RFC 5322, RFC 2045). */
const SENDERS = new Set(['from', 'received', 'return-path', 'message-id', 'sender', 'delivered-to']);
const OTHERS = new Set([
  'to',
  'cc',
  'bcc',
  'date',
  'subject',
  'reply-to',
  'in-reply-to',
  'references',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'dkim-signature',
  'x-mailer',
  'list-id',
]);
/** Extensions of mail: one field is enough. */
const EXTENSIONS = new Set(['eml', 'mht', 'mhtml']);
const FEWEST_FIELDS = 3;
/** Lines of a header that are looked at. */
const MAX_LINES = 200;
/** A field's name and colon (RFC 5322, 2.2), or the line goes on with the field before. */
const FIELD = /^([!-9;-~]+):|^[ \t]/;
/** What a mailbox writes before each message: sender and time (RFC 4155, appendix A). A patch of git has a commit and a fixed time there. */
const SEPARATOR = /^From \S.*\d\d:\d\d.*\d{4}/;
const PATCH = /^From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001/;

/** Whether a line, without its end, begins a message of a mailbox. */
export function isSeparator(line: string): boolean {
  return SEPARATOR.test(line) && !PATCH.test(line);
}

/** `mail`: one message. `mbox`: many, each behind a line that begins with `From `. Undefined for other text. */
export function detectMail(head: string, extension: string): 'mail' | 'mbox' | undefined {
  // Names of fields have no quotes and brackets: what begins so is not looked at any further.
  if (!/^[A-Za-z>]/.test(head)) return undefined;
  const lines = head.split('\n', MAX_LINES + 1);
  const isMailbox = isSeparator(lines[0]!);
  if (isMailbox) lines.shift();
  const isNamed = EXTENSIONS.has(extension) || isMailbox;
  const found = new Set<string>();
  for (const line of lines) {
    if (line.trim() === '') break;
    const field = FIELD.exec(line);
    if (field === null) {
      // The last line may be cut by the end of what is looked at.
      if (line !== lines.at(-1)) return undefined;
      break;
    }
    const name = field[1]?.toLowerCase();
    if (name !== undefined && (SENDERS.has(name) || OTHERS.has(name))) found.add(name);
  }
  const isEnough = isNamed ? found.size > 0 : found.size >= FEWEST_FIELDS && [...found].some((name) => SENDERS.has(name));
  if (!isEnough) return undefined;
  return isMailbox ? 'mbox' : 'mail';
}
