/** Whose work is in Meantime, with the texts their licences ask to be passed on. Read only when asked for. */

type Text = () => Promise<string>;

const own = import.meta.glob<string>("./licences/*.txt", { query: "?raw", import: "default" });
const packages = import.meta.glob<string>(
  "../../../node_modules/{svelte,bits-ui,@lucide/svelte,d3-shape}/LICENSE*",
  { query: "?raw", import: "default" },
);

export interface Notice {
  /** A proper name. */
  name: string;
  licence: string;
  text: Text | undefined;
}

function here(file: string): Text | undefined {
  return own[`./licences/LICENSE-${file}.txt`];
}

function from(name: string): Text | undefined {
  return Object.entries(packages).find(([path]) => path.includes(`/node_modules/${name}/`))?.[1];
}

export const notices: readonly Notice[] = [
  { name: "Literata", licence: "SIL OFL 1.1", text: here("literata") },
  { name: "Source Sans 3", licence: "SIL OFL 1.1", text: here("source-sans-3") },
  { name: "SQLCipher", licence: "BSD-3-Clause", text: here("sqlcipher") },
  { name: "LibTomCrypt", licence: "Unlicense", text: here("libtomcrypt") },
  { name: "OpenSSL", licence: "Apache-2.0", text: here("apache-2.0") },
  { name: "Tauri", licence: "MIT OR Apache-2.0", text: here("apache-2.0") },
  { name: "Typst", licence: "Apache-2.0", text: here("apache-2.0") },
  { name: "Fluent", licence: "Apache-2.0", text: here("apache-2.0") },
  { name: "Svelte", licence: "MIT", text: from("svelte") },
  { name: "Bits UI", licence: "MIT", text: from("bits-ui") },
  { name: "Lucide", licence: "ISC", text: from("@lucide/svelte") },
  { name: "D3", licence: "ISC", text: from("d3-shape") },
];
