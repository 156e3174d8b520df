// SPDX-License-Identifier: Apache-2.0
/// <reference types="vite/client" />
declare module "*.module.css" {
  const classes: Record<string, string>;
  export default classes;
}
declare module "@fontsource-variable/inter";
declare module "@fontsource-variable/jetbrains-mono";
