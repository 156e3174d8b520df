// SPDX-License-Identifier: Apache-2.0
// tries: a chart that carries something nested nine hundred deep
// expect: failed | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    Object.assign = () => ({ json: `{"verdicts":[],"judged":false,"charts":[{"title":null,"unit":null,"series":[],"lines":[],"bands":[{"x":${"[".repeat(900)}${"]".repeat(900)}}],"areas":[]}]}`, state: "{}" });
  },
});
