// SPDX-License-Identifier: Apache-2.0
// tries: every operator of a frame with every odd value
// expect: completed | failed | limit hostCalls|wallTime
// log: tried
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const odd = [undefined, null, NaN, Infinity, -1, 0, 2 ** 53, 7n, "", "\0", "x".repeat(1e5), Symbol("s"), () => 1, class {}, [], [[]], {}, Object.create(null), revoked.proxy, new Proxy({}, { get() { throw new Error("proxy"); } }), new Date(NaN), new RegExp("a"), new Map(), globalThis];
    const frame = data.metric("m").last("5m");
    let tried = 0;
    const names = Object.getOwnPropertyNames(frame.constructor.prototype).filter((name) => name !== "constructor");
    const texts = new Set();
    for (const name of names) for (const one of odd) { try { frame[name](one); } catch (error) { try { texts.add(String(error.message).slice(0, 120)); } catch { continue; } } tried++; }
    log("tried", tried);
    for (const text of texts) log(text);
  },
});
