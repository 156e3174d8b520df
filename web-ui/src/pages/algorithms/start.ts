// SPDX-License-Identifier: Apache-2.0

const JAVASCRIPT = `import { algorithm, p } from "sextant";

export default algorithm({
  title: { en: "Distance from the mean", zh: "与均值的距离" },
  params: { border: p.number(3, { min: 1 }) },
  fit(values) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { mean, spread: Math.sqrt(variance) || 1 };
  },
  // 1 is the border.
  score: (values, times, { border }, { mean, spread }) => ({
    score: values.map((value) => Math.abs(value - mean) / (border * spread)),
    expected: values.map(() => mean),
    lower: values.map(() => mean - border * spread),
    upper: values.map(() => mean + border * spread),
  }),
  tests: {
    "what is usual stays below 1": (run) => run([1, 2, 1, 2, 1, 2]).score.every((score) => score < 1),
  },
});
`;

const PYTHON = `from sextant import algorithm, P


def learn(values, times, options):
    mean = sum(values) / len(values)
    variance = sum([(value - mean) ** 2 for value in values]) / len(values)
    return mean, variance**0.5 or 1


def what_is_usual_stays_below_1(run):
    return max(run([1, 2, 1, 2, 1, 2])["score"]) < 1


@algorithm(title="Distance from the mean", fit=learn, tests=[what_is_usual_stays_below_1])
def score(values, times, model, border=P.number(3, min=1)):
    mean, spread = model  # 1 is the border.
    return {
        "score": [abs(value - mean) / (border * spread) for value in values],
        "expected": [mean] * len(values),
        "lower": [mean - border * spread] * len(values),
        "upper": [mean + border * spread] * len(values),
    }
`;

const ONNX = `{
  "title": { "en": "A model", "zh": "模型" },
  "kind": "anomaly"
}
`;

/** What a new algorithm begins with, by its language; of a model, what is said about it. */
export const START: Record<string, string> = { javascript: JAVASCRIPT, python: PYTHON, onnx: ONNX };
export const FILES: Record<string, string> = { javascript: "algorithm.js", python: "algorithm.py", onnx: "algorithm.json" };

/** How a rule calls an algorithm. */
export function callOf(name: string, kind: string, language: string): string {
  if (kind === "forecast") {
    return language === "python" ? `ctx.algo.forecast(frame, model="${name}", to="1d")` : `algo.forecast(frame, { model: "${name}", to: "1d" })`;
  }
  return language === "python" ? `ctx.algo.detect(frame, method="${name}")` : `algo.detect(frame, { method: "${name}" })`;
}
