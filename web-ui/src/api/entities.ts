// SPDX-License-Identifier: Apache-2.0
// Shapes of entities, their relations, and what is known of them.
import type { Labels } from "./types";

export type Entity = {
  id: string;
  type: string;
  labels: Labels;
  name: string;
  tags: string[];
  owners: string[];
  since: string;
  until: string | null;
};
export type EntityDraft = { type: string; labels: Labels; name?: string; tags?: string[]; owners?: string[] };
export type Relation = { from: string; type: string; to: string; since: string; until: string | null };
export type Link = { from: string; type: string; to: string };
export type EntityDetail = { entity: Entity; relations: Relation[]; next: string | null };
export type EntityType = { type: string; entities: number };
export type EntitiesAbout = { labels: Labels; entities: Entity[] };
export type EntityFilter = { type?: string | null; search?: string; asOf?: string | null; limit?: number };

export type Change = { entity: string; kind: string; text: string; time: string };
export type ChangeDraft = { entity: string; kind: string; text: string; time?: string };
export type MaintenanceWindow = { id: string; entity: string; since: string; until: string; reason: string };
export type MaintenanceDraft = { entity: string; since?: string; until: string; reason: string };

export type DiscoveredEntity = { type: string; labels: string[]; name: string | null; tags: string[]; owners: string[] };
export type DiscoveredRelation = Link;
export type Discovery = {
  version: number;
  entities: DiscoveredEntity[];
  relations: DiscoveredRelation[];
  endAfter: string;
  updatedAt: string | null;
  updatedBy: string | null;
};
