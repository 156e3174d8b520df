// SPDX-License-Identifier: Apache-2.0
// The world of one evaluation: its clock is the slot, its random numbers come from the slot, and nothing else answers.
// Must run first: it also keeps the built-ins that the prelude relies on, before a rule can change them.
import { settings } from "./host.js";

export const { parse: parseJson, stringify: writeJson } = JSON;
export const {
  freeze, keys: keysOf, values: valuesOf, entries: entriesOf, hasOwn, defineProperty, getPrototypeOf,
  getOwnPropertyNames: ownNames, create: createObject,
} = Object;
export const { isArray, from: arrayFrom } = Array;
export const { isFinite: isFiniteNumber, isInteger } = Number;
export const now = settings.now;

/** A frozen object without a prototype, so that nothing a rule does to Object.prototype shows in it. */
export function plain(properties) {
  return Object.assign(createObject(null), properties);
}

function fixClock() {
  const RealDate = Date;
  function SlotDate(...parts) {
    if (new.target === undefined) {
      return new RealDate(now).toString();
    }
    return Reflect.construct(RealDate, parts.length === 0 ? [now] : parts, new.target);
  }
  SlotDate.now = function nowOfSlot() {
    return now;
  };
  SlotDate.UTC = RealDate.UTC;
  SlotDate.parse = RealDate.parse;
  SlotDate.prototype = RealDate.prototype;
  defineProperty(SlotDate, "name", { value: "Date" });
  defineProperty(SlotDate, "length", { value: 7 });
  defineProperty(RealDate.prototype, "constructor", { value: SlotDate, writable: true, configurable: true });
  globalThis.Date = SlotDate;
  fixDateFormats();
}

function fixDateFormats() {
  const formats = Intl.DateTimeFormat.prototype;
  const { get: formatOf } = Object.getOwnPropertyDescriptor(formats, "format");
  const formatToParts = formats.formatToParts;
  defineProperty(formats, "format", {
    configurable: true,
    get() {
      const format = formatOf.call(this);
      return (date) => format(date === undefined ? now : date);
    },
  });
  formats.formatToParts = function formatPartsOfSlot(date) {
    return formatToParts.call(this, date === undefined ? now : date);
  };
}

/** xorshift32: the same numbers for the same slot, on every node. */
function fixRandom() {
  let state = ((now / 1000) ^ (now % 4294967291) ^ 0x9e3779b9) >>> 0 || 1;
  Math.random = function randomOfSlot() {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

function removeWhatIsNotPure() {
  const names = ["Polyglot", "Java", "Packages", "java", "javax", "javafx", "com", "org", "edu", "Graal"];
  names.push("SharedArrayBuffer", "Atomics", "WeakRef", "FinalizationRegistry", "load", "print", "printErr", "performance");
  names.forEach((name) => delete globalThis[name]);
}

fixClock();
fixRandom();
removeWhatIsNotPure();
