// SPDX-License-Identifier: Apache-2.0
import type { Link } from "../../api/entities";

export type Place = { id: string; x: number; y: number };
export type Layout = { places: Map<string, Place>; width: number; height: number };

export const NODE = { width: 196, height: 34, gapX: 14, gapY: 8, betweenColumns: 72 } as const;
const ROWS_OF_A_LANE = 18;
const SWEEPS = 4;

/**
 * Columns from what depends to what is depended on: an entity stands left of everything that it leads to. A column that is
 * too long goes on beside itself; within a column, entities stand near those that they have to do with.
 */
export function layoutOf(ids: string[], links: Link[]): Layout {
  const known = new Set(ids);
  const inside = links.filter((link) => known.has(link.from) && known.has(link.to) && link.from !== link.to);
  const ranks = ranksOf(ids, inside);
  const columns: string[][] = [];
  for (const id of ids) {
    const rank = ranks.get(id) ?? 0;
    while (columns.length <= rank) columns.push([]);
    columns[rank]?.push(id);
  }
  order(columns, inside);
  return placed(columns);
}

/** Each entity as near as can be to what it leads to: by its longest way on; what closes a ring counts for nothing. */
function ranksOf(ids: string[], links: Link[]): Map<string, number> {
  const next = new Map<string, string[]>();
  for (const link of links) next.set(link.from, [...(next.get(link.from) ?? []), link.to]);
  const walk: Walk = { next, state: new Map(), kept: new Map(), done: [] };
  for (const id of ids) walkFrom(id, walk);
  const ahead = new Map<string, number>();
  let most = 0;
  for (const id of walk.done) {
    const way = (walk.kept.get(id) ?? []).reduce((longest, to) => Math.max(longest, (ahead.get(to) ?? 0) + 1), 0);
    ahead.set(id, way);
    most = Math.max(most, way);
  }
  return new Map(ids.map((id) => [id, most - (ahead.get(id) ?? 0)]));
}

/** `kept` are the links that close no ring, `done` the entities, each after all that it leads to. */
type Walk = {
  next: Map<string, string[]>;
  state: Map<string, "open" | "done">;
  kept: Map<string, string[]>;
  done: string[];
};

/** Depth first with a stack of its own: a chain may be longer than the browser's stack is deep. */
function walkFrom(root: string, { next, state, kept, done }: Walk): void {
  if (state.has(root)) return;
  const stack = [{ id: root, at: 0 }];
  state.set(root, "open");
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const to = next.get(top.id)?.[top.at];
    top.at += 1;
    if (to === undefined) {
      state.set(top.id, "done");
      done.push(top.id);
      stack.pop();
      continue;
    }
    if (state.get(to) === "open") continue;
    kept.set(top.id, [...(kept.get(top.id) ?? []), to]);
    if (state.has(to)) continue;
    state.set(to, "open");
    stack.push({ id: to, at: 0 });
  }
}

/** Each column in the order of the middle of its neighbours, from both sides, a few times. */
function order(columns: string[][], links: Link[]): void {
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of links) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const at = new Map<string, number>();
    for (const column of columns) column.forEach((id, index) => at.set(id, (index + 0.5) / column.length));
    for (const column of columns) {
      const middle = new Map(column.map((id) => {
        const around = (neighbours.get(id) ?? []).map((other) => at.get(other) ?? 0.5);
        return [id, around.length === 0 ? (at.get(id) ?? 0.5) : around.reduce((sum, one) => sum + one, 0) / around.length];
      }));
      column.sort((one, other) => (middle.get(one) ?? 0) - (middle.get(other) ?? 0) || one.localeCompare(other));
      column.forEach((id, index) => at.set(id, (index + 0.5) / column.length));
    }
  }
}

function placed(columns: string[][]): Layout {
  const places = new Map<string, Place>();
  const tallest = Math.min(ROWS_OF_A_LANE, Math.max(1, ...columns.map((column) => column.length)));
  const height = tallest * (NODE.height + NODE.gapY) - NODE.gapY;
  let x = 0;
  for (const column of columns) {
    const lanes = Math.max(1, Math.ceil(column.length / ROWS_OF_A_LANE));
    const rows = Math.ceil(column.length / lanes);
    const top = (height - (rows * (NODE.height + NODE.gapY) - NODE.gapY)) / 2;
    column.forEach((id, index) => {
      const lane = Math.floor(index / rows);
      places.set(id, {
        id,
        x: x + lane * (NODE.width + NODE.gapX),
        y: top + (index % rows) * (NODE.height + NODE.gapY),
      });
    });
    x += lanes * (NODE.width + NODE.gapX) - NODE.gapX + NODE.betweenColumns;
  }
  return { places, width: Math.max(0, x - NODE.betweenColumns), height };
}
