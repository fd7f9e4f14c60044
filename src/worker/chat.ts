/**
 * Knows chats in records: lists of messages, each with a role and a content. Their fields are profiled by role, because what a
 * user wrote and what an assistant answered are two columns to whoever trains on them.
 */
import { type NameList, placeNames } from '../core/segment.js';

/** Fields that hold the messages of a chat or of a preference pair. */
const LISTS = new Set(
  'messages conversations conversation turns dialog dialogue chat history prompt chosen rejected completion'.split(' '),
);
/** Fields of a message that say who speaks. */
const ROLE_FIELDS = new Set(['role', 'from', 'speaker']);
/** Roles that are named as they are; any other may be a person's name. */
const KNOWN_ROLES = 'user assistant system tool function developer human gpt bot model chatgpt observation function_call'.split(
  ' ',
);

/** Roles by number: 0 has none, the last is any other. */
export const ROLES: readonly string[] = ['', ...KNOWN_ROLES, 'other role'];
/** No role is known yet, but one may still come in the same message. */
export const ROLE_PENDING: number = ROLES.length;

const ROLE_NUMBERS = new Map(KNOWN_ROLES.map((role, index) => [role, index + 1]));
const LONGEST_ROLE = 16;

/** What a field path is to a chat: nothing, the list itself, who speaks, or something else that a message holds. */
export type ChatPart = 'none' | 'list' | 'role' | 'field';

export function chatPart(called: NameList): ChatPart {
  const names = placeNames(called);
  const list = names.findLastIndex((name) => LISTS.has(name.toLowerCase()));
  if (list < 0) return 'none';
  if (list === names.length - 1) return 'list';
  return list === names.length - 2 && ROLE_FIELDS.has(names.at(-1)!.toLowerCase()) ? 'role' : 'field';
}

/** Number in `ROLES` of the role that `bytes[start, end)` names. */
export function roleNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > LONGEST_ROLE) return ROLES.length - 1;
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]!);
  return ROLE_NUMBERS.get(text.toLowerCase()) ?? ROLES.length - 1;
}
