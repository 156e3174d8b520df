// SPDX-License-Identifier: Apache-2.0
import type { Labels, Parameter, Parameters, Query, Text } from "./types";

/** An algorithm of the list: built in, or registered by the tenant. */
export type Algorithm = {
  name: string;
  version: number;
  kind: string;
  origin: "built-in" | "own";
  /** Of one's own: the version that the bare name means. */
  stable?: number;
  description: Text;
  source: string;
  parameters: { name: string; type: string; default?: unknown; min?: unknown; max?: unknown; options?: string[]; description: Text }[];
};

export type TestedAlgorithm = { name: string; problem: string | null; line: number | null };

/** An algorithm of the tenant's own in one of its versions; `tests` are told when they were just run. */
export type OwnAlgorithm = {
  name: string;
  version: number;
  newest: number;
  stable: number | null;
  stage: Stage;
  kind: string;
  language: string;
  source: string;
  documentation: string;
  header: { title: Text; description: Text; params: Parameter[]; tests: string[]; model?: ModelFacts };
  versions: { version: number; stage: Stage; savedAt: string; savedBy: string }[];
  history: { version: number; stage: Stage; at: string; by: string }[];
  tests: TestedAlgorithm[] | null;
};

/** A rule that names an algorithm: without a version, which means the stable one, or by numbers; perhaps through modules. */
export type AlgorithmUse = { rule: string; title: Text; following: boolean; versions: number[]; through: string[] };

export type Stage = "shadow" | "stable" | "retired";

/** `model`: an ONNX model as base64; absent: that of the version before. */
export type AlgorithmText = { language: string; source: string; documentation: string; model?: string };

/** What is known of an ONNX model; `window` null: it takes the whole series. */
export type ModelFacts = { sha256: string; bytes: number; window: number | null; input: string; output: string; sides: string[] };

/** What an algorithm is run on. */
export type Trial = { query: Query; options: Parameters; keepLast: string };

type Points = { times: number[]; values: (number | null)[] };

/** A row of an answer with what stands beside it, such as score and expected. */
export type Found = Points & { metric: string; labels: Labels; sides?: Record<string, Points>; explain?: string };
