// SPDX-License-Identifier: Apache-2.0
// tries: Function.prototype.call and apply, to catch what the SDK calls
// expect: completed | failed
// never: JavaObject
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const { call } = Function.prototype;
    const caught = [];
    Function.prototype.call = function (...given) { caught.push(typeof this, typeof given[0]); return Reflect.apply(this, given[0], given.slice(1)); };
    Function.prototype.apply = Function.prototype.call;
    data.metric("m").last("5m").count();
    Function.prototype.call = call;
    log(caught.length);
  },
});
