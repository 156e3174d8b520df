// SPDX-License-Identifier: Apache-2.0

export type Note = { id: number; tone: "ok" | "critical"; text: string };

type Listener = (notes: Note[]) => void;
const SHOWN_MILLIS = 5_000;
let notes: Note[] = [];
let next = 1;
const listeners = new Set<Listener>();

function publish(changed: Note[]): void {
  notes = changed;
  for (const listener of listeners) listener(notes);
}

/** Says one short thing for a few seconds; also read out by screen readers. */
export function toast(text: string, tone: Note["tone"] = "ok"): void {
  const note = { id: next, tone, text };
  next += 1;
  publish([...notes, note].slice(-4));
  setTimeout(() => publish(notes.filter((one) => one.id !== note.id)), SHOWN_MILLIS);
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentNotes = () => notes;
