import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// `--mode fake` swaps the backend for an in-memory stand-in, for looking at
// screens in a plain browser. The shipped bundle is built without it.
export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  clearScreen: false,
  // Absolute: the window serves the folder from its own origin.
  base: "/",
  server: { port: 5173, strictPort: true, host: "127.0.0.1" },
  build: {
    target: "es2022",
    // Inlined assets would need data: URLs for scripts and fonts in the CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    sourcemap: false,
  },
  // Without this, Vitest resolves Svelte's server build.
  ...(mode === "test" ? { resolve: { conditions: ["browser"] } } : {}),
  test: {
    environment: "jsdom",
    setupFiles: ["tests/setup.ts"],
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
    testTimeout: 15_000,
    // Class names and styles are not under test, and parsing the fonts is slow.
    css: false,
    // A failed query prints its reason, not the whole page.
    env: { DEBUG_PRINT_LIMIT: "0" },
  },
}));
