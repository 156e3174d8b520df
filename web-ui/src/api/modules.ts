// SPDX-License-Identifier: Apache-2.0

/** A rule that imports a module, itself or through another one; `pinned`: it asks for this version. */
export type ModuleUse = { rule: string; version: number; pinned: boolean };

export type ModuleSummary = { name: string; language: string; version: number; outdated: number; users: ModuleUse[] };

export type Module = {
  name: string;
  language: string;
  /** Whose source this is; `newest` is what a rule gets that is saved now and pins nothing. */
  version: number;
  newest: number;
  source: string;
  savedAt: string;
  savedBy: string;
  versions: { version: number; savedAt: string; savedBy: string }[];
  users: ModuleUse[];
};
