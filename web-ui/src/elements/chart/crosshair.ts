// SPDX-License-Identifier: Apache-2.0

/** Charts of one group point at the same instant. */
export type Pointing = { source: object; time: number | null };
type Listener = (pointing: Pointing) => void;
const groups = new Map<string, Set<Listener>>();

export function point(group: string, pointing: Pointing): void {
  for (const listener of groups.get(group) ?? []) listener(pointing);
}

export function follow(group: string, listener: Listener): () => void {
  const listeners = groups.get(group) ?? new Set<Listener>();
  groups.set(group, listeners);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) groups.delete(group);
  };
}
