// The archive's wording in memory: every present document's text in normal form, with its passages' places in it.
// A plain scan of it is fast (3 ms over 9 million characters) and right by construction.

import type { Metadata } from '../domain/document.js';
import { type NormalText, normalForm, normalText } from '../domain/text.js';
import { usualNumbers } from '../language/numerals.js';
import { indexForm, simplified } from '../language/segment.js';
import type { Catalogue } from './open.js';

export interface SnapshotDocument {
  readonly id: string;
  readonly metadata: Metadata;
  /** what the document goes by, in index form: its title, and its file's name */
  readonly names: string;
  /** the title in normal form, in simplified characters */
  readonly normalTitle: string;
  /** the stored text in normal form */
  readonly normal: string;
  readonly passageIds: Int32Array;
  /** where each passage starts in `normal`; a passage ends where the next one starts */
  readonly passageStarts: Int32Array;
  /** where each paragraph (a line of the stored text that holds anything) starts in `normal` */
  readonly paragraphStarts: Int32Array;
}

export interface Snapshot {
  /** Present documents by id, as of now: changes since the last call are taken up first. */
  documents(): ReadonlyMap<string, SnapshotDocument>;
  /** The document that a passage belongs to; undefined when it has gone. */
  documentOf(passageId: number): SnapshotDocument | undefined;
}

/** Where each line that holds anything starts in a text's normal form. */
export function paragraphStarts(text: string, { starts }: NormalText): Int32Array {
  const found: number[] = [];
  let end = 0; // of the line, in the stored text
  for (let at = 0; at < starts.length; at++) {
    const original = starts[at] ?? 0;
    if (at > 0 && original < end) continue;
    found.push(at);
    const next = text.indexOf('\n', original);
    end = next === -1 ? text.length : next;
  }
  return Int32Array.from(found);
}

/** A file's name without its folders and extension. */
const nameOf = (file: string): string => file.replace(/^.*\//s, '').replace(/\.[a-z]{2,5}$/i, '');

export function createSnapshot(catalogue: Catalogue): Snapshot {
  const held = new Map<string, SnapshotDocument>();
  const ofPassage = new Map<number, SnapshotDocument>();
  let seen = 0;

  function read(id: string, file: string, text: string): SnapshotDocument | null {
    const metadata = catalogue.documents.metadata(id);
    if (!metadata) return null;
    const whole = normalText(text);
    const { text: normal, starts } = whole;
    const passages = catalogue.sync.passages(id);
    const passageStarts = new Int32Array(passages.length);
    let at = 0;
    passages.forEach((passage, i) => {
      while (at < starts.length && (starts[at] ?? 0) < passage.start) at++;
      passageStarts[i] = at;
    });
    return {
      id,
      metadata,
      names: usualNumbers(indexForm(`${metadata.title} ${nameOf(file)}`)),
      normalTitle: simplified(normalForm(metadata.title)),
      normal,
      passageIds: Int32Array.from(passages, (passage) => passage.id),
      passageStarts,
      paragraphStarts: paragraphStarts(text, whole),
    };
  }

  function refresh(): ReadonlyMap<string, SnapshotDocument> {
    if (catalogue.revision() === seen) return held;
    for (const { id, file, revision, removed, text } of [...catalogue.documents.changedSince(seen)]) {
      const document = removed ? null : read(id, file, text);
      for (const passageId of held.get(id)?.passageIds ?? []) ofPassage.delete(passageId);
      held.delete(id);
      if (document) {
        held.set(id, document);
        for (const passageId of document.passageIds) ofPassage.set(passageId, document);
      }
      seen = revision;
    }
    return held;
  }

  return { documents: refresh, documentOf: (passageId) => ofPassage.get(passageId) };
}

/** Ids of the passages in which a wording starts; `text` is the document's normal form, or that with its characters folded one by one. */
export function passagesWith(document: SnapshotDocument, wording: string, text = document.normal): Set<number> {
  const ids = new Set<number>();
  for (let at = text.indexOf(wording); at !== -1; ) {
    const index = Math.max(0, passageIndexAt(document, at));
    const id = document.passageIds[index];
    if (id !== undefined) ids.add(id);
    at = text.indexOf(wording, Math.max(at + 1, document.passageStarts[index + 1] ?? text.length));
  }
  return ids;
}

/** A passage's text in normal form, with what stands between it and the next; empty when it has gone. */
export function normalOf(snapshot: Snapshot, passageId: number): string {
  const document = snapshot.documentOf(passageId);
  if (!document) return '';
  const index = document.passageIds.indexOf(passageId);
  return document.normal.slice(document.passageStarts[index], document.passageStarts[index + 1]);
}

/** The index of the part that holds `at`, where parts begin at `starts` (ascending); −1 before the first. */
export function partAt(starts: ArrayLike<number>, at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The index of the passage that holds the normal form's unit `at`; −1 before the first. */
export const passageIndexAt = ({ passageStarts }: SnapshotDocument, at: number): number => partAt(passageStarts, at);
