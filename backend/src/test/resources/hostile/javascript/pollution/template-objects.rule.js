// SPDX-License-Identifier: Apache-2.0
// tries: the cached object of a template literal, as a place to leave things
// expect: completed
// log: 1
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const places = new WeakMap();
    const site = () => ((strings) => strings)`x`;
    places.set(site(), (places.get(site()) ?? 0) + 1);
    log(places.get(site()));
  },
});
