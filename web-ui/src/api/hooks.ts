// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "./client";
import { Problem } from "./problem";
import type { Query, Session } from "./types";

/** How often pages that show the present ask again. */
export const LIVE_MILLIS = 5_000;
const live = { refetchInterval: LIVE_MILLIS, placeholderData: keepPreviousData } as const;

export const keys = {
  session: ["session"] as const,
  usage: ["usage"] as const,
  rules: ["rules"] as const,
  rule: (id: string) => ["rule", id] as const,
  evaluations: (id: string) => ["evaluations", id] as const,
  modules: ["modules"] as const,
  module: ["module"] as const,
  algorithms: ["algorithms"] as const,
  ownAlgorithm: ["own-algorithm"] as const,
  testRun: (id: string) => ["test-run", id] as const,
  ruleState: (id: string) => ["rule-state", id] as const,
  alerts: ["alerts"] as const,
  labels: ["labelled-incidents"] as const,
  feedback: ["feedback"] as const,
  channels: ["channels"] as const,
  deliveries: ["deliveries"] as const,
  tokens: ["tokens"] as const,
  tenants: ["tenants"] as const,
  targets: ["targets"] as const,
  sources: ["sources"] as const,
  secrets: ["secrets"] as const,
};

/** Null: nobody is signed in. */
export function useSession() {
  return useQuery<Session | null>({
    queryKey: keys.session,
    queryFn: () =>
      api.session().catch((failure: unknown) => {
        if (failure instanceof Problem && failure.status === 401) return null;
        throw failure;
      }),
    staleTime: 60_000,
  });
}

export const useUsage = () => useQuery({ queryKey: keys.usage, queryFn: api.usage, ...live });
export const useRules = () => useQuery({ queryKey: keys.rules, queryFn: api.rules, ...live });
export const useGallery = () => useQuery({ queryKey: ["gallery"], queryFn: api.gallery, staleTime: 300_000 });
export const useChannels = () => useQuery({ queryKey: keys.channels, queryFn: api.channels, ...live });
export const useDeliveries = () => useQuery({ queryKey: keys.deliveries, queryFn: api.deliveries, ...live });
export const useTokens = () => useQuery({ queryKey: keys.tokens, queryFn: api.tokens });

export const useTenants = (enabled: boolean) =>
  useQuery({ queryKey: keys.tenants, queryFn: api.tenants, enabled });

export const useRule = (id: string | undefined) =>
  useQuery({
    queryKey: keys.rule(id ?? ""),
    queryFn: () => api.rule(id ?? ""),
    enabled: id !== undefined,
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });

export const useEvaluations = (id: string | undefined) =>
  useQuery({
    queryKey: keys.evaluations(id ?? ""),
    queryFn: () => api.evaluations(id ?? "", 100),
    enabled: id !== undefined,
    ...live,
  });

export const useModules = () => useQuery({ queryKey: keys.modules, queryFn: api.modules, ...live });

export const useAlgorithms = () => useQuery({ queryKey: keys.algorithms, queryFn: api.algorithms, ...live });

/** An algorithm of the tenant's own in one of its versions, null: the newest. */
export const useOwnAlgorithm = (name: string | null, version: number | null) =>
  useQuery({
    queryKey: [...keys.ownAlgorithm, name, version],
    queryFn: () => api.ownAlgorithm(name ?? "", version),
    enabled: name !== null,
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });

/** The rules that name an algorithm of the tenant's own. */
export const useAlgorithmUses = (name: string) =>
  useQuery({ queryKey: [...keys.ownAlgorithm, name, "uses"], queryFn: () => api.algorithmUses(name), staleTime: 10_000 });

/** A module in one of its versions, null: the newest. */
export const useModule = (name: string | null, version: number | null) =>
  useQuery({
    queryKey: [...keys.module, name, version],
    queryFn: () => api.module(name ?? "", version),
    enabled: name !== null,
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });

/** What a rule remembers. */
export const useRuleState = (id: string) =>
  useQuery({ queryKey: keys.ruleState(id), queryFn: () => api.ruleState(id), ...live });

export const useAlerts = (filter: { state?: string | null; rule?: string | null }) =>
  useQuery({
    queryKey: [...keys.alerts, filter.state ?? "", filter.rule ?? ""],
    queryFn: () => api.alerts(filter),
    ...live,
  });

export const useAlert = (id: string) =>
  useQuery({ queryKey: ["alert", id], queryFn: () => api.alert(id), ...live });

/** The stretches of a metric of which somebody said what they were. */
export const useLabels = (metric: string) =>
  useQuery({ queryKey: [...keys.labels, metric], queryFn: () => api.labelledIncidents(metric), staleTime: 10_000 });

/** What was said of an alert. */
export const useFeedback = (alert: string) =>
  useQuery({ queryKey: [...keys.feedback, alert], queryFn: () => api.feedback(alert) });

/** Series of a query, asked again every few seconds while `isLive`; null: nothing to ask yet. */
export const useSeries = (query: Query | null, isLive = true) =>
  useQuery({
    queryKey: ["query", query],
    queryFn: ({ signal }) => api.query(query as Query, signal),
    enabled: query !== null,
    placeholderData: keepPreviousData,
    ...(isLive ? { refetchInterval: LIVE_MILLIS } : { staleTime: 60_000 }),
    retry: false,
  });

/** Metrics of the catalogue; `isLive`: asked again every few seconds, for pages that show what arrives. */
export const useMetrics = (search: string, limit = 50, isLive = false) =>
  useQuery({
    queryKey: ["metrics", search, limit],
    queryFn: ({ signal }) => api.metrics(search, limit, signal),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    refetchInterval: isLive && LIVE_MILLIS,
  });

export const useMetric = (name: string | null) =>
  useQuery({ queryKey: ["metric", name], queryFn: () => api.metric(name ?? ""), enabled: !!name, retry: false });

/** How good the data of a metric are. */
export const useMetricQuality = (name: string) =>
  useQuery({ queryKey: ["metric-quality", name], queryFn: () => api.metricQuality(name), retry: false });

/** Where a metric is used and what it could feed. */
export const useMetricUses = (name: string) =>
  useQuery({ queryKey: ["metric-uses", name], queryFn: () => api.metricUses(name), retry: false });

export const useLabelValues = (label: string | null, metric: string) =>
  useQuery({
    queryKey: ["values", label, metric],
    queryFn: () => api.labelValues(label ?? "", metric),
    enabled: label !== null,
  });

export const useTargets = () => useQuery({ queryKey: keys.targets, queryFn: api.targets, ...live });
export const useSources = () => useQuery({ queryKey: keys.sources, queryFn: api.sources, ...live });
export const useSecrets = () => useQuery({ queryKey: keys.secrets, queryFn: api.secrets, retry: false });

/** True from when a write begins, also after it went well: what it wrote is not lost any more. */
export const isUnderWay = (write: { isPending: boolean; isSuccess: boolean }) => write.isPending || write.isSuccess;

/** A write that afterwards makes the named queries ask again. */
export function useWrite<A, T>(write: (argument: A) => Promise<T>, ...stale: (readonly unknown[])[]) {
  const client = useQueryClient();
  return useMutation<T, Error, A>({
    mutationFn: write,
    onSettled: () => Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
