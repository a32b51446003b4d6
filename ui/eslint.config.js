import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const doorOnly = {
  group: ["@tauri-apps/*"],
  message: "Only src/ipc talks to the backend. Use the functions of src/ipc/index.ts.",
};
const bindingsOnly = {
  group: ["**/ipc/bindings"],
  allowTypeImports: true,
  message: "Call through src/ipc/index.ts, which throws a typed Failure.",
};
const barrel = {
  name: "@lucide/svelte",
  allowTypeImports: true,
  message: "Import icons by path (@lucide/svelte/icons/x): the barrel doubles build time.",
};
const upward = (...folders) => ({
  group: folders.map((folder) => `**/${folder}/**`),
  message: "Import direction: screens, then components, then lib, then ipc.",
});
const imports = (...patterns) => [
  "error",
  { paths: [barrel], patterns: [doorOnly, bindingsOnly, ...patterns] },
];

const kept = "What a person writes lives in the vault only; the web view stores and sends nothing.";

export default ts.config(
  { ignores: ["dist", "dist-fake", "node_modules", "shots", "src/ipc/bindings.ts"] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js", "svelte.config.js"] },
        extraFileExtensions: [".svelte"],
      },
    },
    rules: {
      "no-restricted-globals": [
        "error",
        ...[
          "localStorage",
          "sessionStorage",
          "indexedDB",
          "fetch",
          "XMLHttpRequest",
          "WebSocket",
          "EventSource",
        ].map((name) => ({ name, message: kept })),
        { name: "alert", message: "Use Dialog." },
        { name: "confirm", message: "Use Dialog." },
      ],
      "no-restricted-properties": [
        "error",
        ...["localStorage", "sessionStorage", "indexedDB", "fetch"].map((property) => ({
          object: "window",
          property,
          message: kept,
        })),
        { object: "navigator", property: "sendBeacon", message: kept },
        { object: "document", property: "title", message: "The window title is always Meantime." },
      ],
      "no-console": "error",
      "no-eval": "error",
      eqeqeq: "error",
      "func-style": ["error", "declaration", { allowArrowFunctions: true }],
      "no-restricted-imports": "off",
      "@typescript-eslint/no-restricted-imports": imports(),
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      // `void promise` is how a handler says that nothing waits for it.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      "svelte/no-at-html-tags": "error",
      // `style:` directives set single properties and pass the CSP; a style attribute does not.
      "no-restricted-syntax": [
        "error",
        {
          selector: "SvelteAttribute[key.name='style']",
          message: "The CSP forbids style attributes; use style: directives.",
        },
      ],
      "svelte/no-unused-props": "error",
      "svelte/button-has-type": "error",
      "svelte/no-target-blank": "error",
      "svelte/require-each-key": "error",
      // Routes are plain state here; there are no URLs to resolve.
      "svelte/no-navigation-without-resolve": "off",
      // Most maps and sets here are caches that nothing on screen follows.
      "svelte/prefer-svelte-reactivity": "off",
      // TypeScript checks these better, and runes confuse them.
      "no-undef": "off",
      "prefer-const": "off",
      "svelte/prefer-const": ["error", { destructuring: "all" }],
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unnecessary-condition": "off",
    },
  },
  {
    files: ["src/components/**"],
    rules: { "@typescript-eslint/no-restricted-imports": imports(upward("screens")) },
  },
  {
    files: ["src/lib/**"],
    ignores: ["src/lib/**/*.test.ts"],
    rules: { "@typescript-eslint/no-restricted-imports": imports(upward("screens", "components")) },
  },
  {
    files: ["src/ipc/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        { patterns: [upward("screens", "components", "lib")] },
      ],
    },
  },
  {
    files: ["tests/**", "**/*.test.ts", "tools/**", "*.config.*"],
    rules: {
      "@typescript-eslint/no-restricted-imports": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/unbound-method": "off",
      "no-console": "off",
    },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
);
