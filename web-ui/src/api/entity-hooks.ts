// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "./client";
import type { EntityFilter } from "./entities";
import { LIVE_MILLIS } from "./hooks";
import type { Labels } from "./types";

/** Everything about entities stands under one key: a write makes all of it ask again. */
const root = ["entities"] as const;
export const entityKeys = { all: root };

export const useEntities = (filter: EntityFilter) =>
  useQuery({
    queryKey: [...root, "list", filter],
    queryFn: ({ signal }) => api.entities(filter, signal),
    placeholderData: keepPreviousData,
  });

export const useEntityTypes = (asOf: string | null) =>
  useQuery({ queryKey: [...root, "types", asOf], queryFn: () => api.entityTypes(asOf), placeholderData: keepPreviousData });

export const useEntity = (id: string, asOf: string | null) =>
  useQuery({
    queryKey: [...root, "one", id, asOf],
    queryFn: () => api.entity(id, asOf),
    placeholderData: (before) => (before?.entity.id === id ? before : undefined),
    retry: false,
  });

export const useRelations = (asOf: string | null) =>
  useQuery({ queryKey: [...root, "relations", asOf], queryFn: () => api.relations(asOf), placeholderData: keepPreviousData });

export const useChanges = (entity: string, since: string) =>
  useQuery({ queryKey: [...root, "changes", entity, since], queryFn: () => api.changes(entity, since) });

export const useMaintenance = (entity: string) =>
  useQuery({ queryKey: [...root, "maintenance", entity], queryFn: () => api.maintenance(entity) });

export const useDiscovery = () =>
  useQuery({ queryKey: [...root, "discovery"], queryFn: api.discovery, refetchOnWindowFocus: false });

/** The entities that labels are about. */
export const useAbout = (labels: Labels[]) =>
  useQuery({
    queryKey: [...root, "about", labels],
    queryFn: () => api.entitiesAbout(labels),
    enabled: labels.length > 0,
    placeholderData: keepPreviousData,
  });

/** What fires now, by the id of the entity that it is about. */
export const useFiring = () =>
  useQuery({
    queryKey: [...root, "firing"],
    queryFn: async () => {
      const alerts = (await api.alerts({ state: "firing", limit: 1_000 })).items;
      const about = alerts.length === 0 ? [] : (await api.entitiesAbout(alerts.map((alert) => alert.labels))).items;
      const line = (labels: Labels) => JSON.stringify(Object.entries(labels).sort());
      const owners = new Map(about.map((one) => [line(one.labels), one.entities]));
      const byEntity = new Map<string, typeof alerts>();
      for (const alert of alerts) {
        for (const entity of owners.get(line(alert.labels)) ?? []) {
          byEntity.set(entity.id, [...(byEntity.get(entity.id) ?? []), alert]);
        }
      }
      return byEntity;
    },
    refetchInterval: LIVE_MILLIS * 2,
    placeholderData: keepPreviousData,
  });

/** Every alert, open or over, that is about one entity. */
export const useAlertsAbout = (id: string) =>
  useQuery({
    queryKey: [...root, "alerts", id],
    queryFn: async () => {
      const alerts = (await api.alerts({ limit: 1_000 })).items;
      const about = alerts.length === 0 ? [] : (await api.entitiesAbout(alerts.map((alert) => alert.labels))).items;
      const isOfIt = (labels: Labels) => about.some((one) =>
        one.entities.some((entity) => entity.id === id) && isSame(one.labels, labels));
      return alerts.filter((alert) => isOfIt(alert.labels));
    },
    refetchInterval: LIVE_MILLIS * 2,
  });

function isSame(one: Labels, other: Labels): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** The rules that read any of these metrics. */
export const useRulesReading = (metrics: string[]) =>
  useQuery({
    queryKey: ["metric-uses", "of-all", metrics],
    queryFn: async () => (await Promise.all(metrics.map((metric) => api.metricUses(metric)))).flatMap((one) => one.uses),
    enabled: metrics.length > 0,
  });
