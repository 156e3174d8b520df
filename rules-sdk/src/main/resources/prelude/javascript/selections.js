// SPDX-License-Identifier: Apache-2.0
// Selections: where plans begin. A metric is read only when the header's needs name it.
import { RuleError, show } from "./values.js";

/** Whether a right names a metric: "svc.*" covers all that begin with "svc.". */
function covers(pattern, name) {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

export function selection(what, name, needs) {
  if (typeof name !== "string" || name === "") {
    throw new RuleError(`${what} takes the name of a metric, as in data.metric("host.cpu.usage_ratio"), not ${show(name)}`);
  }
  const patterns = needs.filter((need) => need.startsWith("metrics:read:")).map((need) => need.slice(13));
  if (!patterns.some((pattern) => covers(pattern, name))) {
    const family = name.includes(".") ? `${name.split(".")[0]}.*` : name;
    throw new RuleError(`the rule reads ${name}, which its needs do not name; add "metrics:read:${family}" to needs`, "needs");
  }
  return { op: "select", metric: name };
}
