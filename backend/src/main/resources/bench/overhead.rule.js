// SPDX-License-Identifier: Apache-2.0
import { rule, p, fire, clear, unknown } from "sextant";

function meanOf(values) {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function spreadOf(values, mean) {
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return Math.sqrt(squares / values.length);
}

export default rule({
  id: "overhead",
  every: "10s",
  needs: ["metrics:read:bench.*"],
  params: { border: p.number(3, { min: 1, max: 10 }) },
  fire: { for: "1m", keep: "1m" },

  evaluate({ params, data }) {
    return data.metric("bench.load").by("host").last("6h", "1m").map((s) => {
      if (s.values.length < 10) return unknown(s.entity, "too few points");
      const mean = meanOf(s.values);
      const away = Math.abs(s.value - mean) / spreadOf(s.values, mean);
      return away > params.border ? fire(s.entity, { value: s.value, score: away / params.border }) : clear(s.entity);
    });
  },
});
