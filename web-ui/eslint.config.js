// SPDX-License-Identifier: Apache-2.0
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["target/**", "node_modules/**", "build/**", "eslint.config.js"] },
  ...tseslint.configs.recommended,
  {
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "max-lines": ["error", { max: 250, skipBlankLines: false, skipComments: false }],
      "max-params": ["error", 5],
      "max-depth": ["error", 3],
      eqeqeq: "error",
      "no-console": "error",
      "no-eval": "error",
    },
  },
);
