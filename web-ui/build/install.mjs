// SPDX-License-Identifier: Apache-2.0
// Runs `npm ci`, unless node_modules already stands for exactly this package-lock.json.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const mark = "node_modules/.sextant-lock";
const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
if (existsSync(mark) && readFileSync(mark, "utf8") === lock) {
  process.exit(0);
}
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`web-ui needs Node 20.19 or newer, found ${process.versions.node}; install it or build with -Dskip.ui`);
  process.exit(1);
}
const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
  stdio: "inherit",
});
if (npm.error) {
  console.error(`web-ui needs npm on the PATH: ${npm.error.message}`);
}
if (npm.status === 0) {
  writeFileSync(mark, lock);
}
process.exit(npm.status ?? 1);
