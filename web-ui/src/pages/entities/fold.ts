// SPDX-License-Identifier: Apache-2.0
import type { Entity, Relation } from "../../api/entities";

/** Entities that stand for one another: `members` are of one type and have the same relations. */
export type Fold = { id: string; type: string; members: string[] };
export type Folded = { entities: Entity[]; folds: Fold[]; relations: Relation[] };

const FEW = 4;

/**
 * The same graph with one node for many entities that only their names tell apart, such as the pods of a service. Those of
 * `apart` (what fires, what the page is about) and of folds that were opened stay by themselves.
 */
export function folded(entities: Entity[], relations: Relation[], apart: (id: string) => boolean, open: Set<string>): Folded {
  const around = new Map<string, string[]>();
  for (const { from, type, to } of relations) {
    around.set(from, [...(around.get(from) ?? []), `>${type} ${to}`]);
    around.set(to, [...(around.get(to) ?? []), `<${type} ${from}`]);
  }
  const alike = new Map<string, Entity[]>();
  for (const entity of entities) {
    const ways = around.get(entity.id);
    if (ways === undefined || apart(entity.id)) continue;
    const key = [entity.type, ...ways.toSorted()].join("\n");
    alike.set(key, [...(alike.get(key) ?? []), entity]);
  }
  const folds: Fold[] = [];
  const within = new Map<string, string>();
  for (const members of alike.values()) {
    const [first] = members;
    const id = `fold ${first?.id}`;
    if (first === undefined || members.length <= FEW || open.has(id)) continue;
    folds.push({ id, type: first.type, members: members.map((one) => one.id) });
    for (const one of members) within.set(one.id, id);
  }
  return { entities: entities.filter((one) => !within.has(one.id)), folds, relations: joined(relations, within) };
}

function joined(relations: Relation[], within: Map<string, string>): Relation[] {
  const links = new Map<string, Relation>();
  for (const one of relations) {
    const link = { ...one, from: within.get(one.from) ?? one.from, to: within.get(one.to) ?? one.to };
    links.set(`${link.from}\n${link.type}\n${link.to}`, link);
  }
  return [...links.values()];
}
