// SPDX-License-Identifier: Apache-2.0
// tries: a value of a hundred thousand digits
// expect: failed | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    Object.assign = () => ({ json: `{"verdicts":[{"kind":"fire","labels":{},"severity":"info","value":${"9".repeat(1e5)},"score":null,"reason":null,"charts":[]}],"judged":false,"charts":[]}`, state: "{}" });
  },
});
