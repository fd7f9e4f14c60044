/** Bytes of a zip archive that its list does not name are said to be there; padding, checks and what programs put there by intent are not. */
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/core/memory-source.js';
import { openZip } from '../../src/readers/archives/zip.js';
import type { PositionalSource } from '../../src/readers/positional.js';
import { zipOf } from './office-support.js';

const LISTED = Buffer.from('PK\x01\x02', 'latin1');
const END = Buffer.from('PK\x05\x06', 'latin1');

/** An archive of two members with something before the first, between them, or before the list. */
function zipWith(more: Buffer, place: 'first' | 'between' | 'list'): Buffer {
  const zip = zipOf({ 'a.txt': 'first', 'b.txt': 'second' });
  const listAt = zip.indexOf(LISTED);
  const second = zip.indexOf('PK\x03\x04', 4, 'latin1');
  const at = { first: 0, between: second, list: listAt }[place];
  const made = Buffer.concat([zip.subarray(0, at), more, zip.subarray(at)]);
  let index = 0;
  for (let entry = made.indexOf(LISTED, listAt); entry >= 0; entry = made.indexOf(LISTED, entry + 4)) {
    const offset = made.readUInt32LE(entry + 42);
    if (place === 'first' || (place === 'between' && index === 1)) made.writeUInt32LE(offset + more.length, entry + 42);
    index++;
  }
  made.writeUInt32LE(listAt + more.length, made.lastIndexOf(END) + 16);
  return made;
}

async function problemOf(bytes: Buffer): Promise<string | undefined> {
  let members = 0;
  try {
    const zip = await openZip(memorySource(bytes) as PositionalSource);
    for await (const _ of zip.members()) members++;
  } catch (error) {
    expect(members).toBe(2);
    return (error as Error).message;
  }
  return undefined;
}

const TEXT = Buffer.from('SSN 536-90-4399, between the members');
const UNLISTED = `${TEXT.length} bytes of the zip archive belong to no member of its list; they were not examined`;

describe('bytes that no list names', () => {
  it.each(['first', 'between', 'list'] as const)('are a problem: %s', async (place) => {
    expect(await problemOf(zipWith(TEXT, place))).toBe(UNLISTED);
    expect(await problemOf(zipWith(Buffer.alloc(0), place))).toBeUndefined();
  });

  const descriptor = (bytes: Buffer): Buffer => {
    // Flag and check behind the first member, as writers of streams have them.
    const made = zipWith(bytes, 'between');
    made.writeUInt16LE(8, 6);
    made.writeUInt16LE(8, made.indexOf(LISTED) + 8);
    return made;
  };
  const listed = zipWith(Buffer.alloc(0), 'list');
  const entry = listed.indexOf(LISTED);
  const check = listed.subarray(entry + 16, entry + 28);

  it.each([
    ['zeros', zipWith(Buffer.alloc(5000), 'between')],
    [
      'a header without a name, and zeros',
      zipWith(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(300)]), 'between'),
    ],
    ['a program in front', zipWith(Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(8)]), 'first')],
    ['a script in front', zipWith(Buffer.from('#!/usr/bin/env python3\n'), 'first')],
    ['signatures of Android', zipWith(Buffer.from('…signed…APK Sig Block 42'), 'list')],
    ['a check', descriptor(check)],
    ['a check with its signature', descriptor(Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), check]))],
  ])('are none where they are %s', async (_, bytes) => {
    expect(await problemOf(bytes)).toBeUndefined();
  });
});
