// SPDX-License-Identifier: Apache-2.0
import type { Algorithm, AlgorithmText, AlgorithmUse, Found, OwnAlgorithm, Trial } from "./algorithms";
import type {
  Change, ChangeDraft, Discovery, EntitiesAbout, Entity, EntityDetail, EntityDraft, EntityFilter, EntityType, Link,
  MaintenanceDraft, MaintenanceWindow, Relation,
} from "./entities";
import type { Comparison, Feedback, LabelledIncident, NewIncident, Question } from "./labels";
import type { Module, ModuleSummary } from "./modules";
import { Problem, problemOf, unreachable } from "./problem";
import type { Secret, SecretDraft, Source, SourceSpec, SourceTrial, Target, TargetSpec, TargetTrial } from "./sources";
import type { SdkCompletion } from "./sdk";
import type { Channel, Delivery, NewChannel } from "./channels";
import type {
  Alert, AlertDetail, CheckAnswer, CreatedTenant, CreatedToken, Evaluation, GalleryItem, Labels, Metric,
  MetricDetail, NewTenant, Page, Parameters, Query, QueryAnswer, Rule, RuleDraft, RuleSummary, RuleState,
  RunAnswer, Session, TenantName, TestAnswer, Token, Usage,
} from "./types";
import type { MetricNote, MetricQuality, MetricUses } from "./uses";

const ROOT = "/api/v1";
const TENANT_KEY = "sextant.tenant";

type Options = { body?: unknown; version?: number; signal?: AbortSignal | undefined };

/** The tenant that a member of several has picked; null lets the server choose. */
export function pickedTenant(): string | null {
  return sessionStorage.getItem(TENANT_KEY);
}

export function pickTenant(id: string | null): void {
  if (id === null) sessionStorage.removeItem(TENANT_KEY);
  else sessionStorage.setItem(TENANT_KEY, id);
}

async function call<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = {
    Accept: "application/json, application/problem+json",
    "Accept-Language": document.documentElement.lang || "en",
  };
  const tenant = pickedTenant();
  if (tenant !== null && !(path === "/session" && method === "POST")) headers["X-Sextant-Tenant"] = tenant;
  if (options.body !== undefined) headers["Content-Type"] = "application/json";
  if (options.version !== undefined) headers["If-Match"] = `"${options.version}"`;
  const response = await send(ROOT + path, {
    method,
    headers,
    credentials: "same-origin",
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
    throw unreachable();
  }
}

/** Query string of the given values; empty ones are left out. */
export function queryString(values: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : "";
}

const id = encodeURIComponent;
/** A name with slashes, which stay. */
const path = (name: string) => name.split("/").map(encodeURIComponent).join("/");

const askSession = () => call<Session>("GET", "/session");

/** Members of several tenants start in the first one; a tenant that somebody is no member of any more is forgotten. */
async function inTenant(session: Session): Promise<Session> {
  const first = session.tenants[0];
  if (session.tenant !== null || first === undefined) return session;
  pickTenant(first.id);
  return askSession();
}

async function session(): Promise<Session> {
  try {
    return await inTenant(await askSession());
  } catch (failure) {
    if (pickedTenant() === null || !(failure instanceof Problem) || failure.status === 401) throw failure;
    pickTenant(null);
    return inTenant(await askSession());
  }
}

export const api = {
  signIn: async (account: string, password: string) => {
    pickTenant(null);
    return inTenant(await call<Session>("POST", "/session", { body: { account, password } }));
  },
  session,
  signOut: () => call<void>("DELETE", "/session"),

  tenants: () => call<Page<TenantName>>("GET", "/tenants"),
  createTenant: (tenant: NewTenant) => call<CreatedTenant>("POST", "/tenants", { body: tenant }),
  tokens: () => call<Page<Token>>("GET", "/tokens"),
  createToken: (name: string, role: string) => call<CreatedToken>("POST", "/tokens", { body: { name, role } }),
  deleteToken: (token: string) => call<void>("DELETE", `/tokens/${id(token)}`),
  usage: () => call<Usage>("GET", "/usage"),

  query: (query: Query, signal?: AbortSignal) => call<QueryAnswer>("POST", "/query", { body: query, signal }),
  metrics: (search: string, limit: number, signal?: AbortSignal) =>
    call<Page<Metric>>("GET", `/metrics${queryString({ search, limit })}`, { signal }),
  metric: (name: string) => call<MetricDetail>("GET", `/metrics/${id(name)}`),
  metricQuality: (name: string) => call<MetricQuality>("GET", `/metrics/${id(name)}/quality`),
  noteMetric: (name: string, note: MetricNote) => call<MetricDetail>("PUT", `/metrics/${id(name)}/note`, { body: note }),
  metricUses: (name: string) => call<MetricUses>("GET", `/metrics/${id(name)}/uses`),
  labelValues: (label: string, metric: string) =>
    call<Page<string>>("GET", `/labels/${id(label)}/values${queryString({ metric })}`),

  rules: () => call<Page<RuleSummary>>("GET", "/rules"),
  rule: (rule: string) => call<Rule>("GET", `/rules/${id(rule)}`),
  createRule: (draft: RuleDraft) => call<Rule>("POST", "/rules", { body: draft }),
  putRule: (rule: string, draft: RuleDraft, version: number) =>
    call<Rule>("PUT", `/rules/${id(rule)}`, { body: draft, version }),
  deleteRule: (rule: string, version: number) => call<void>("DELETE", `/rules/${id(rule)}`, { version }),
  checkRule: (source: string, language: string, signal?: AbortSignal) =>
    call<CheckAnswer>("POST", "/rules/check", { body: { source, language }, signal }),
  runRule: (source: string, language: string, parameters: Parameters, signal?: AbortSignal) =>
    call<RunAnswer>("POST", "/rules/run", { body: { source, language, parameters }, signal }),
  testRule: (source: string, language: string, tests: string, parameters: Parameters) =>
    call<TestAnswer>("POST", "/rules/test", { body: { source, language, tests, parameters } }),
  modules: () => call<Page<ModuleSummary>>("GET", "/modules"),
  module: (name: string, version: number | null) =>
    call<Module>("GET", `/modules/${path(name)}${queryString({ version })}`),
  createModule: (name: string, source: string) => call<Module>("POST", "/modules", { body: { name, source } }),
  putModule: (name: string, source: string, version: number) =>
    call<Module>("PUT", `/modules/${path(name)}`, { body: { source }, version }),
  deleteModule: (name: string) => call<void>("DELETE", `/modules/${path(name)}`),
  algorithms: () => call<Page<Algorithm>>("GET", "/algorithms"),
  ownAlgorithm: (name: string, version: number | null) =>
    call<OwnAlgorithm>("GET", `/algorithms/${path(name)}${queryString({ version })}`),
  putAlgorithm: (name: string, text: AlgorithmText, version: number | null) =>
    call<OwnAlgorithm>("PUT", `/algorithms/${path(name)}`, { body: text, ...(version === null ? {} : { version }) }),
  promoteAlgorithm: (name: string, version: number) =>
    call<OwnAlgorithm>("POST", `/algorithms/${path(name)}/promote`, { body: { version } }),
  rollBackAlgorithm: (name: string) => call<OwnAlgorithm>("POST", `/algorithms/${path(name)}/rollback`, { body: {} }),
  retireAlgorithm: (name: string) => call<OwnAlgorithm>("POST", `/algorithms/${path(name)}/retire`, { body: {} }),
  deleteAlgorithm: (name: string) => call<void>("DELETE", `/algorithms/${path(name)}`),
  algorithmUses: (name: string) => call<Page<AlgorithmUse>>("GET", `/algorithms/${path(name)}/uses`),
  tryAlgorithm: (text: Omit<AlgorithmText, "documentation"> & { use?: string }, trial: Trial) =>
    call<{ series: Found[] }>("POST", "/algorithms/try", { body: { ...text, ...trial } }),
  compareAlgorithms: (question: Question) => call<Comparison>("POST", "/algorithms/compare", { body: question }),
  labelledIncidents: (metric: string) => call<Page<LabelledIncident>>("GET", `/labelled-incidents${queryString({ metric })}`),
  labelIncident: (incident: NewIncident) => call<LabelledIncident>("POST", "/labelled-incidents", { body: incident }),
  deleteLabel: (incident: string) => call<void>("DELETE", `/labelled-incidents/${id(incident)}`),
  ruleState: (rule: string) => call<RuleState>("GET", `/rules/${id(rule)}/state`),
  resetRuleState: (rule: string) => call<void>("DELETE", `/rules/${id(rule)}/state`),
  evaluations: (rule: string, limit: number) =>
    call<Page<Evaluation>>("GET", `/rules/${id(rule)}/evaluations${queryString({ limit })}`),

  alerts: (filter: { state?: string | null; rule?: string | null; limit?: number }) =>
    call<Page<Alert>>("GET", `/alerts${queryString(filter)}`),
  alert: (alert: string) => call<AlertDetail>("GET", `/alerts/${id(alert)}`),
  feedback: (alert: string) => call<Feedback>("GET", `/alerts/${id(alert)}/feedback`),
  putFeedback: (alert: string, said: { useful: boolean; note: string }) =>
    call<Feedback>("PUT", `/alerts/${id(alert)}/feedback`, { body: said }),
  deleteFeedback: (alert: string) => call<void>("DELETE", `/alerts/${id(alert)}/feedback`),

  channels: () => call<Page<Channel>>("GET", "/channels"),
  createChannel: (channel: NewChannel) => call<Channel>("POST", "/channels", { body: channel }),
  deleteChannel: (channel: string) => call<void>("DELETE", `/channels/${id(channel)}`),
  testChannel: (channel: string) =>
    call<{ status: string; detail: string | null }>("POST", `/channels/${id(channel)}/test`),
  deliveries: () => call<Page<Delivery>>("GET", "/deliveries"),

  entities: (filter: EntityFilter, signal?: AbortSignal) =>
    call<Page<Entity>>("GET", `/entities${queryString(filter)}`, { signal }),
  entity: (entity: string, asOf: string | null) =>
    call<EntityDetail>("GET", `/entities/${id(entity)}${queryString({ asOf })}`),
  entityTypes: (asOf: string | null) => call<Page<EntityType>>("GET", `/entity-types${queryString({ asOf })}`),
  entitiesAbout: (labels: Labels[]) => call<Page<EntitiesAbout>>("POST", "/entities-about", { body: { labels } }),
  putEntity: (entity: EntityDraft) => call<{ entities: number }>("POST", "/entities", { body: { entities: [entity] } }),
  endEntity: (entity: string) => call<void>("DELETE", `/entities/${id(entity)}`),
  relations: (asOf: string | null) => call<Page<Relation>>("GET", `/relations${queryString({ asOf, limit: 1_000 })}`),
  putRelation: (link: Link) => call<{ relations: number }>("POST", "/relations", { body: { relations: [link] } }),
  endRelation: (link: Link) => call<void>("DELETE", `/relations${queryString(link)}`),
  changes: (entity: string, since: string) => call<Page<Change>>("GET", `/changes${queryString({ entity, since })}`),
  addChange: (change: ChangeDraft) => call<{ changes: number }>("POST", "/changes", { body: { changes: [change] } }),
  maintenance: (entity: string) =>
    call<Page<MaintenanceWindow>>("GET", `/maintenance${queryString({ entity, limit: 100 })}`),
  addMaintenance: (window: MaintenanceDraft) =>
    call<{ windows: number }>("POST", "/maintenance", { body: { windows: [window] } }),
  endMaintenance: (window: string) => call<void>("DELETE", `/maintenance/${id(window)}`),
  discovery: () => call<Discovery>("GET", "/discovery"),
  putDiscovery: (discovery: Omit<Discovery, "updatedAt" | "updatedBy">) =>
    call<Discovery>("PUT", "/discovery", { body: discovery }),

  targets: () => call<Page<Target>>("GET", "/targets"),
  createTarget: (target: TargetSpec) => call<Target>("POST", "/targets", { body: target }),
  putTarget: (target: string, spec: TargetSpec, version: number) =>
    call<Target>("PUT", `/targets/${id(target)}`, { body: spec, version }),
  deleteTarget: (target: string) => call<void>("DELETE", `/targets/${id(target)}`),
  tryTarget: (target: TargetSpec) => call<TargetTrial>("POST", "/targets/try", { body: target }),
  sources: () => call<Page<Source>>("GET", "/sources"),
  createSource: (source: SourceSpec) => call<Source>("POST", "/sources", { body: source }),
  putSource: (name: string, source: SourceSpec, version: number) =>
    call<Source>("PUT", `/sources/${id(name)}`, { body: source, version }),
  deleteSource: (name: string) => call<void>("DELETE", `/sources/${id(name)}`),
  trySource: (source: SourceSpec) => call<SourceTrial>("POST", "/sources/try", { body: source }),
  secrets: () => call<Page<Secret>>("GET", "/secrets"),
  putSecret: (name: string, secret: SecretDraft) => call<unknown>("PUT", `/secrets/${id(name)}`, { body: secret }),
  deleteSecret: (name: string) => call<void>("DELETE", `/secrets/${id(name)}`),

  eraseTenant: (tenant: string) => call<void>("DELETE", `/tenants/${id(tenant)}`),
  gallery: () => call<Page<GalleryItem>>("GET", "/gallery"),
};

async function fetchSdk(file: string): Promise<Response> {
  const response = await send(`/sdk/${file}`, { credentials: "same-origin" });
  if (!response.ok) throw new Problem(response.status, "no-sdk-types", "");
  return response;
}

/** The SDK's TypeScript declarations, served beside the page. */
export const fetchSdkTypes = async (): Promise<string> => (await fetchSdk("sextant.d.ts")).text();
export const fetchTestingTypes = async (): Promise<string> => (await fetchSdk("sextant-testing.d.ts")).text();

/** All names of the SDK with their documentation, for the Python editor. */
export const fetchSdkCompletion = async (): Promise<SdkCompletion> =>
  (await (await fetchSdk("completion.json")).json()) as SdkCompletion;
export const fetchTestingCompletion = async (): Promise<SdkCompletion> =>
  (await (await fetchSdk("completion-testing.json")).json()) as SdkCompletion;
