// SPDX-License-Identifier: Apache-2.0
import type { Text } from "./types";

export type SdkParameter = {
  name: string; pythonName?: string; pythonType?: string; optional?: boolean; doc?: Text; options?: SdkParameter[];
};
export type SdkItem = {
  owner: string; name: string; kind: string; doc: Text; available?: boolean;
  pythonName?: string; pythonType?: string; pythonSignature?: string; parameters?: SdkParameter[];
};
/** The definition of the SDK for editors, as /sdk/completion.json has it. */
export type SdkCompletion = {
  module: string;
  types: Record<string, { extends?: string; iterates?: string }>;
  items: SdkItem[];
};
