// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Entity, Relation } from "../../api/entities";
import { folded } from "./fold";

const pods = ["p1", "p2", "p3", "p4", "p5", "p6"].map((id) => entity(id, "pod"));
const all = [entity("shop", "service"), entity("node", "host"), ...pods];
const links = pods.flatMap((pod) => [link(pod.id, "part_of", "shop"), link(pod.id, "runs_on", "node")]);
const nobody = () => false;

describe("folds of a graph", () => {
  it("are entities that only their names tell apart", () => {
    const { entities, folds, relations } = folded(all, links, nobody, new Set());

    expect(entities.map((one) => one.id)).toEqual(["shop", "node"]);
    expect(folds).toEqual([{ id: "fold p1", type: "pod", members: ["p1", "p2", "p3", "p4", "p5", "p6"] }]);
    expect(relations.map((one) => `${one.from} ${one.type} ${one.to}`)).toEqual([
      "fold p1 part_of shop", "fold p1 runs_on node",
    ]);
  });

  it("leave out what has another relation, and what fires", () => {
    const { entities, folds } = folded(all, [...links, link("p6", "calls", "shop")], (id) => id === "p1", new Set());

    expect(entities.map((one) => one.id)).toEqual(["shop", "node", ...pods.map((one) => one.id)]);
    expect(folds).toEqual([]);
  });

  it("open when somebody asks", () => {
    expect(folded(all, links, nobody, new Set(["fold p1"])).entities).toHaveLength(8);
  });

  it("are not made of a few", () => {
    expect(folded(all.slice(0, 6), links.slice(0, 8), nobody, new Set()).folds).toEqual([]);
  });
});

function entity(id: string, type: string): Entity {
  return { id, type, name: id } as Entity;
}

function link(from: string, type: string, to: string): Relation {
  return { from, type, to } as Relation;
}
