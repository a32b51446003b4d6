/** Words: none missing, none unused, none banned, every argument given, none written into markup. */
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { parse } from "svelte/compiler";
import { describe, expect, it } from "vitest";
import { BANNED } from "./banned";

const ROOT = join(import.meta.dirname, "..");
const WORDS = join(ROOT, "words");
/** Read by the page's Rust code, not by the window. */
const ELSEWHERE = new Set(["page.ftl"]);

/** Our sentences are not loud either. */
const LOUD = /!/;
/** Names of fixed things that hold such a word (ruling "Names and words"). */
const ALLOWED_IDS = new Set<string>([]);

interface Use {
  id: string;
  prefix: boolean;
  args: Set<string> | null;
  where: string;
}

type Node = { type: string; [key: string]: unknown };

const messages = readMessages("en");
const uses = sourceFiles().flatMap(usesIn);

describe("words", () => {
  it("every id that is used exists", () => {
    const missing = uses.filter(({ id, prefix }) =>
      prefix ? ![...messages.keys()].some((known) => known.startsWith(id)) : !messages.has(id),
    );
    expect(missing.map(({ id, where }) => `${id} in ${where}`)).toEqual([]);
  });

  it("every id that exists is used", () => {
    const literal = new Set(uses.filter(({ prefix }) => !prefix).map(({ id }) => id));
    const prefixes = uses.filter(({ prefix }) => prefix).map(({ id }) => id);
    const unused = [...messages.values()].filter(
      ({ id, file }) =>
        !ELSEWHERE.has(file) &&
        !literal.has(id) &&
        !prefixes.some((prefix) => id.startsWith(prefix)),
    );
    expect(unused.map(({ id, file }) => `${id} in ${file}`)).toEqual([]);
  });

  it("every argument is given", () => {
    const wrong = uses.flatMap(({ id, prefix, args, where }) => {
      if (prefix || !args) return [];
      const wanted = messages.get(id)?.args ?? new Set();
      const missing = [...wanted].filter((name) => !args.has(name));
      const idle = [...args].filter((name) => !wanted.has(name));
      return [
        ...missing.map((name) => `${id} lacks $${name} in ${where}`),
        ...idle.map((name) => `${id} has no $${name}, given in ${where}`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it("ids carry the name of their file", () => {
    const strays = [...messages.values()].filter(
      ({ id, file }) => !id.startsWith(file.replace(".ftl", "-")),
    );
    expect(strays.map(({ id, file }) => `${id} in ${file}`)).toEqual([]);
  });

  it("every file is Fluent without a mistake", () => {
    for (const language of readdirSync(WORDS)) {
      for (const file of ftl(language)) {
        const entries = new FluentResource(readFileSync(join(WORDS, language, file), "utf8")).body
          .length;
        const written =
          readFileSync(join(WORDS, language, file), "utf8").match(/^[a-z][\w-]* =/gm)?.length ?? 0;
        expect(entries, `${language}/${file}: a message that could not be read`).toBe(written);
      }
    }
  });

  it("no language says a banned word", () => {
    const said = readdirSync(WORDS).flatMap((language) =>
      [...readMessages(language).values()].flatMap(({ id, file, text }) =>
        [...(BANNED[language] ?? []), LOUD]
          .filter((word) => word.test(text) && !ALLOWED_IDS.has(id))
          .map((word) => `${word.source} in ${language}/${file} ${id}`),
      ),
    );
    expect(
      readdirSync(WORDS).filter((language) => !(language in BANNED)),
      "a language without a list",
    ).toEqual([]);
    expect(said).toEqual([]);
  });

  it("no sentence stands in markup", () => {
    const found = sourceFiles()
      .filter((file) => file.endsWith(".svelte"))
      .flatMap((file) => textsIn(file).map((text) => `"${text}" in ${relative(ROOT, file)}`));
    expect(found).toEqual([]);
  });
});

interface Message {
  id: string;
  file: string;
  text: string;
  args: Set<string>;
}

function ftl(language: string): string[] {
  return readdirSync(join(WORDS, language)).filter((file) => file.endsWith(".ftl"));
}

function readMessages(language: string): Map<string, Message> {
  const found = new Map<string, Message>();
  for (const file of ftl(language)) {
    const { body } = new FluentResource(readFileSync(join(WORDS, language, file), "utf8"));
    for (const { id, value } of body) {
      if (found.has(id)) throw new Error(`${id} stands twice`);
      const text: string[] = [];
      const args = new Set<string>();
      readPattern(value, text, args);
      found.set(id, { id, file, text: text.join(" "), args });
    }
  }
  return found;
}

function readPattern(part: unknown, text: string[], args: Set<string>): void {
  if (typeof part === "string") text.push(part);
  else if (Array.isArray(part)) part.forEach((each) => readPattern(each, text, args));
  else if (part && typeof part === "object") {
    const node = part as Node;
    if (node.type === "var") args.add(String(node.name));
    else
      Object.values(node).forEach(
        (each) => typeof each === "object" && readPattern(each, text, args),
      );
    if (node.type === "select")
      for (const variant of node.variants as { value: unknown }[])
        readPattern(variant.value, text, args);
  }
}

function sourceFiles(folder = join(ROOT, "src")): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === "ipc" || entry.name === "styles" ? [] : sourceFiles(path);
    return /\.(svelte|ts)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [path] : [];
  });
}

function treeOf(file: string): Node {
  const source = readFileSync(file, "utf8");
  // The Svelte parser reads plain TypeScript too, if it stands in a script.
  const svelte = file.endsWith(".svelte") ? source : `<script lang="ts">\n${source}\n</script>`;
  return parse(svelte, { modern: true }) as unknown as Node;
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) node.forEach((each) => walk(each, visit));
  else if (node && typeof node === "object") {
    if ("type" in node && typeof node.type === "string") visit(node as Node);
    for (const [key, value] of Object.entries(node))
      if (key !== "parent" && key !== "metadata") walk(value, visit);
  }
}

function usesIn(file: string): Use[] {
  const found: Use[] = [];
  const where = relative(ROOT, file);
  walk(treeOf(file), (node) => {
    if (node.type === "CallExpression") {
      const callee = node.callee as Node;
      if (callee.type === "Identifier" && /^(words|pieces|hasWords)$/.test(String(callee.name))) {
        const [id, args] = node.arguments as Node[];
        if (id) found.push(...idsOf(id, callee.name === "words" ? argsOf(args) : null, where));
      }
    } else if (node.type === "Component" && node.name === "T") {
      const attributes = node.attributes as Node[];
      const value = (name: string) => attributes.find((each) => each.name === name)?.value;
      const id = value("id");
      found.push(...idsOf(attribute(id), argsOf(attribute(value("args"))), where));
    } else if (node.type === "Property" || node.type === "Literal") {
      // Tables of ids, such as the sentences for error codes.
      const literal = node.type === "Literal" ? node.value : undefined;
      if (typeof literal === "string" && messages.has(literal))
        found.push({ id: literal, prefix: false, args: null, where });
    }
  });
  return found;
}

function attribute(value: unknown): Node | undefined {
  const only = Array.isArray(value) ? (value as Node[])[0] : (value as Node | undefined);
  if (!only) return undefined;
  if (only.type === "Text") return { type: "Literal", value: only.data };
  return only.type === "ExpressionTag" ? (only.expression as Node) : only;
}

function idsOf(node: Node | undefined, args: Set<string> | null, where: string): Use[] {
  if (!node) return [];
  if (node.type === "Literal") return [{ id: String(node.value), prefix: false, args, where }];
  if (node.type === "ConditionalExpression")
    return [
      ...idsOf(node.consequent as Node, args, where),
      ...idsOf(node.alternate as Node, args, where),
    ];
  if (node.type === "TemplateLiteral") {
    const first = (node.quasis as { value: { cooked: string } }[])[0]?.value.cooked ?? "";
    expect(first, `an id without a literal beginning in ${where}`).toMatch(
      /^[a-z]+(-[a-z0-9]+)*-$/,
    );
    return [{ id: first, prefix: true, args: null, where }];
  }
  // A variable: its literals are found where they stand.
  return [];
}

/** The names given, an empty set for none, or null when they cannot be known. */
function argsOf(node: Node | undefined): Set<string> | null {
  if (!node) return new Set();
  if (node.type !== "ObjectExpression") return null;
  const properties = node.properties as Node[];
  if (properties.some((property) => property.type !== "Property")) return null;
  return new Set(
    properties.map((property) =>
      String((property.key as Node).name ?? (property.key as Node).value),
    ),
  );
}

/** Names and numbers may stand in markup; sentences may not. */
const IN_MARKUP = /^(Meantime|F1|Esc)$/;

function textsIn(file: string): string[] {
  const found: string[] = [];
  const spoken = new Set(["aria-label", "title", "placeholder", "alt", "label"]);
  walk(treeOf(file).fragment, (node) => {
    if (node.type === "Text") {
      const text = String(node.data).trim();
      if (/\p{L}{2,}/u.test(text) && !IN_MARKUP.test(text)) found.push(text);
    }
    if (node.type === "StyleDirective") node.value = true;
    // Attribute texts are visited too, but only some are read by a person.
    if (node.type === "Attribute" && Array.isArray(node.value) && !spoken.has(String(node.name)))
      node.value = true;
  });
  return found;
}
