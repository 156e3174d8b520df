// SPDX-License-Identifier: Apache-2.0
import type { AlgorithmUse } from "../../api/algorithms";

/** The rules that fail once an algorithm is retired, which leaves its numbered versions, or once it is deleted. */
export function sufferers(uses: AlgorithmUse[], isRetired: boolean): string[] {
  return uses.filter((use) => !isRetired || use.following).map((use) => use.rule);
}
