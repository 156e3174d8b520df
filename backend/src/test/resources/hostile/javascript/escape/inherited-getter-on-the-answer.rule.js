// SPDX-License-Identifier: Apache-2.0
// tries: a getter on Object.prototype, which gets the host's answer as its this
// expect: completed
// log: caught: 0
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const caught = [];
    for (const name of ["near", "refusal", "points", "head", "count", "then", "toJSON"]) {
      Object.defineProperty(Object.prototype, name, { configurable: true, get() { if (/Java|Host|foreign/i.test(Object.prototype.toString.call(this) + typeof this?.getClass)) caught.push(this); return undefined; } });
    }
    try { data.metric("unheard.of").last("5m").count(); } catch (error) { String(error); }
    try { data.metric("m").last("5m").count(); } catch (error) { String(error); }
    for (const name of ["near", "refusal", "points", "head", "count", "then", "toJSON"]) delete Object.prototype[name];
    log("caught:", caught.length);
  },
});
