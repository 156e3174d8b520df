// SPDX-License-Identifier: Apache-2.0
// What the definition lists but this version does not have yet: present, and says so instead of being undefined.
import { freeze, getPrototypeOf, hasOwn, ownNames } from "./world.js";
import { didYouMean, RuleError } from "./values.js";

export function notYet(member, when) {
  return new RuleError(`${member} is not available yet: ${when}`, member.split(".").at(-1));
}

/** An object of which every listed member throws that it is not available yet. */
export function laterMembers(owner, names, when) {
  const members = {};
  for (const name of names) {
    members[name] = () => {
      throw notYet(`${owner}.${name}`, when);
    };
  }
  return freeze(members);
}

/** The guard of ctx and its parts: an unknown member is an error with the near miss. */
export function guarded(owner, members) {
  const known = Object.keys(members);
  return new Proxy(freeze(members), {
    get(target, name) {
      if (typeof name === "symbol" || known.includes(name) || name === "toJSON" || name === "then") {
        return target[name];
      }
      throw new RuleError(`${owner} has no member ${name}${didYouMean(name, known)}`, name);
    },
  });
}

/** The names that a rule can read of an object: its own and those of its classes. */
function membersOf(object, last) {
  const names = ownNames(object);
  for (let type = getPrototypeOf(object); type !== null; type = type === last ? null : getPrototypeOf(type)) {
    names.push(...ownNames(type));
  }
  return names.filter((name) => name !== "constructor" && name !== "toJSON");
}

/** A misspelt member of a frame or a row must say so, not be "undefined is not a function". */
export function guardMembers(prototype, what, elsewhere = {}) {
  const guard = {
    get(target, name, receiver) {
      if (typeof name === "symbol" || name in target || name === "then" || name === "toJSON") {
        return Reflect.get(target, name, receiver);
      }
      const hint = hasOwn(elsewhere, name) ? `; ${elsewhere[name]}` : didYouMean(name, membersOf(receiver, prototype));
      throw new RuleError(`${what} has no member ${name}${hint}`, name);
    },
  };
  Object.setPrototypeOf(prototype, new Proxy(Object.prototype, guard));
}

export const incident = guarded("incident", { ...laterMembers("incident", ["attach"], "incidents come with a later version") });
