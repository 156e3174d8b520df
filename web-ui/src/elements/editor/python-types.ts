// SPDX-License-Identifier: Apache-2.0
import type { SdkCompletion, SdkItem } from "../../api/sdk";

/** A type of the SDK; `row` is what a frame yields. */
export type SdkType = { name: string; row: string };

type Step = { name: string; isCall: boolean };

const OPENERS: Record<string, string> = { ")": "(", "]": "[", "}": "{" };
const DEEPEST = 5;

/** The type of the Python expression that ends at an offset, as far as the SDK's own names lead; null: not known. */
export function typeBefore(text: string, end: number, sdk: SdkCompletion, depth = 0): SdkType | null {
  const steps = stepsBefore(text, end);
  const [first, ...rest] = steps;
  if (first === undefined || depth > DEEPEST) return null;
  return rest.reduce<SdkType | null>(
    (owner, step) => (owner === null ? null : memberType(owner, step.name, sdk)),
    rootType(first, text, end, sdk, depth));
}

/** Two modules as one: a test names what rules name, and its own. */
export function both(rules: SdkCompletion, tests: SdkCompletion): SdkCompletion {
  const own = tests.items.map((item) => (item.owner === tests.module ? { ...item, owner: rules.module } : item));
  return { module: rules.module, types: { ...rules.types, ...tests.types }, items: [...rules.items, ...own] };
}

/** The members of a type and of those that it extends. */
export function membersOf(type: SdkType, sdk: SdkCompletion): SdkItem[] {
  const own = sdk.items.filter((item) => item.owner === type.name);
  const parent = sdk.types[type.name]?.extends;
  return parent === undefined ? own : [...own, ...membersOf({ name: parent, row: type.row }, sdk)];
}

/** The item that a chain such as ctx.data.metric names. */
export function itemBefore(text: string, end: number, sdk: SdkCompletion): SdkItem | null {
  const steps = stepsBefore(text, end);
  const last = steps.at(-1);
  if (last === undefined) return null;
  if (steps.length === 1) return sdk.items.find((item) => item.owner === sdk.module && item.pythonName === last.name) ?? null;
  const owner = typeBefore(text, startOfLast(text, end), sdk);
  return owner === null ? null : membersOf(owner, sdk).find((item) => item.pythonName === last.name) ?? null;
}

/** What the loop over a type yields. */
function iterated(type: SdkType | null, sdk: SdkCompletion): SdkType | null {
  const yields = type === null ? undefined : sdk.types[type.name]?.iterates;
  if (type === null || yields === undefined) return null;
  return { name: yields === "R" ? type.row : yields, row: type.row };
}

function rootType(step: Step, text: string, end: number, sdk: SdkCompletion, depth: number): SdkType | null {
  if (step.name === "ctx") return { name: "Context", row: "Row" };
  if (step.name === "t" && "Test" in sdk.types) return { name: "Test", row: "Row" };
  const item = sdk.items.find((one) => one.owner === sdk.module && one.pythonName === step.name);
  if (item !== undefined) return parsed(item.pythonType ?? "", "Row", sdk);
  const before = text.slice(0, end);
  const name = step.name.replace(/[^\w]/g, "");
  const loop = lastMatch(before, new RegExp(`\\bfor\\s+${name}\\s+in\\s+([^\\n:]+):`, "g"));
  if (loop !== null) return iterated(typeBefore(before, loop.end, sdk, depth + 1), sdk) ?? { name: "Row", row: "Row" };
  const value = lastMatch(before, new RegExp(`^[ \\t]*${name}\\s*=\\s*([^=\\n].*)$`, "gm"));
  if (value !== null) return typeBefore(before, endOfStatement(before, value.start), sdk, depth + 1);
  return /\blambda\s/.test(before) || step.name === "s" ? { name: "Row", row: "Row" } : null;
}

function memberType(owner: SdkType, name: string, sdk: SdkCompletion): SdkType | null {
  const item = membersOf(owner, sdk).find((one) => one.pythonName === name);
  return item === undefined ? null : parsed(item.pythonType ?? "", owner.row, sdk);
}

/** "Frame[R]" with the rows of its owner, "Duration"; null for what is not the SDK's. */
function parsed(written: string, row: string, sdk: SdkCompletion): SdkType | null {
  const found = /^(\w+)(?:\[(\w+)\])?$/.exec(written);
  const name = found?.[1];
  if (name === undefined || !(name in sdk.types)) return null;
  const argument = found?.[2];
  return { name, row: argument === undefined || argument === "R" ? row : argument };
}

/** The chain of names that ends at an offset: `ctx.data.metric("a").by("host")` has four steps. */
function stepsBefore(text: string, end: number): Step[] {
  const steps: Step[] = [];
  let at = skipSpace(text, end);
  while (at > 0) {
    const isCall = text[at - 1] === ")";
    if (isCall) at = skipSpace(text, matching(text, at));
    const start = wordStart(text, at);
    if (start === at) return isCall ? [] : steps;
    steps.unshift({ name: text.slice(start, at), isCall });
    const before = skipSpace(text, start);
    if (text[before - 1] !== ".") return steps;
    at = skipSpace(text, before - 1);
  }
  return steps;
}

/** Where the last step's dot is. */
function startOfLast(text: string, end: number): number {
  let at = skipSpace(text, end);
  if (text[at - 1] === ")") at = skipSpace(text, matching(text, at));
  return skipSpace(text, wordStart(text, at)) - 1;
}

function wordStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\w/.test(text[at - 1] ?? "")) at--;
  return at;
}

function skipSpace(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\s\\]/.test(text[at - 1] ?? "")) at--;
  return at;
}

/** The offset of the bracket that the one before `end` closes; texts in between are passed over. */
function matching(text: string, end: number): number {
  const open = [OPENERS[text[end - 1] ?? ""]];
  let at = end - 1;
  while (at > 0 && open.length > 0) {
    const sign = text[--at] ?? "";
    if (sign === '"' || sign === "'") at = Math.max(0, text.lastIndexOf(sign, at - 1));
    else if (sign in OPENERS) open.push(OPENERS[sign]);
    else if (sign === open.at(-1)) open.pop();
  }
  return at;
}

function endOfStatement(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const sign = text[at] ?? "";
    if ("([{".includes(sign)) depth++;
    else if (")]}".includes(sign)) depth--;
    else if (sign === "\n" && depth <= 0) return at;
  }
  return text.length;
}

/** Where the first group of the last match begins and ends. */
function lastMatch(text: string, expression: RegExp): { start: number; end: number } | null {
  const found = [...text.matchAll(expression)].at(-1);
  if (found?.[1] === undefined) return null;
  const start = found.index + found[0].lastIndexOf(found[1]);
  return { start, end: start + found[1].length };
}
