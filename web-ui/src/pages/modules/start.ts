// SPDX-License-Identifier: Apache-2.0

/** What a new module begins with. */
export const START_JAVASCRIPT = `// What several rules share; only what is exported can be imported.

export const shareOf = (value, limit) => value / limit;
`;

export const START_PYTHON = `"""What several rules share."""


def share_of(value, limit):
    return value / limit
`;

/** How a rule imports the module of this name. */
export function importLine(name: string): string {
  return name.endsWith(".py")
    ? `from ${name.slice(0, -3).replaceAll("/", ".")} import share_of`
    : `import { shareOf } from "./${name}";`;
}
