// SPDX-License-Identifier: Apache-2.0

/** What a new module begins with. */
export const START_JAVASCRIPT = `// What several rules share; only what is exported can be imported.

export const shareOf = (value, limit) => value / limit;
`;

export const START_PYTHON = `"""What several rules share."""


def share_of(value, limit):
    return value / limit
`;

const EXPORTED = /^export (?:async )?(?:const|let|function\*?|class) (\w+)/gm;
const DEFINED = /^(?:async )?(?:def|class) ([A-Za-z]\w*)/gm;
const SHOWN = 3;

/** How a rule imports the first names of a module. */
export function importLine(name: string, source: string): string {
  const isPython = name.endsWith(".py");
  const names = [...source.matchAll(isPython ? DEFINED : EXPORTED)].map((found) => found[1]).slice(0, SHOWN).join(", ");
  return isPython
    ? `from ${name.slice(0, -3).replaceAll("/", ".")} import ${names || "…"}`
    : `import { ${names || "…"} } from "./${name}";`;
}
