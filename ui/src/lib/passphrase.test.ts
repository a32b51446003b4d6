import { describe, expect, it } from "vitest";
import type { PassphraseStrength } from "../ipc";
import { NewPassphrase } from "./passphrase.svelte";

const weak: PassphraseStrength = { level: 1, enough: false };
const strong: PassphraseStrength = { level: 4, enough: true };

async function typed(text: string, again = text, strength = strong): Promise<NewPassphrase> {
  const chosen = new NewPassphrase(
    () => Promise.resolve(strength),
    () => Promise.resolve("five plain words in row"),
  );
  chosen.text = text;
  chosen.again = again;
  await chosen.changed();
  return chosen;
}

describe("choosing a passphrase", () => {
  it("a strong one typed twice is taken at once", async () => {
    const chosen = await typed("window gravel seven soup lantern");
    expect(chosen.press()).toBe("use");
    expect(chosen.askedWeak).toBe(false);
  });

  it("a weak one is only asked about; the press itself never takes it", async () => {
    const chosen = await typed("password", "password", weak);
    expect(chosen.press()).toBe("stay");
    expect(chosen.askedWeak).toBe(true);
    expect(chosen.press(), "pressing Continue again").toBe("stay");
  });

  it("a changed passphrase has to be asked about anew", async () => {
    const chosen = await typed("password", "password", weak);
    chosen.press();
    chosen.text = "passwords";
    await chosen.changed();
    expect(chosen.askedWeak).toBe(false);
  });

  it("names what stands in the way only after Continue", async () => {
    const chosen = await typed("short", "short");
    expect(chosen.pressed).toBe(false);
    expect(chosen.press()).toBe("stay");
    expect(chosen.problem).toBe("short");
    expect(chosen.askedWeak, "too short is not a question").toBe(false);
    expect((await typed("long enough", "long enouhg")).problem).toBe("different");
  });

  it("counts characters, not bytes, and lets spaces around it be", async () => {
    expect((await typed("žluťoučký", "  žluťoučký ")).problem).toBeNull();
    expect((await typed("日本語七文字", "日本語七文字")).problem).toBe("short");
  });

  it("ignores a late answer about what no longer stands there", async () => {
    const answers: ((strength: PassphraseStrength) => void)[] = [];
    const chosen = new NewPassphrase(() => new Promise((done) => answers.push(done)));
    chosen.text = "password";
    const first = chosen.changed();
    chosen.text = "window gravel seven soup";
    const second = chosen.changed();
    answers[1]?.(strong);
    answers[0]?.(weak);
    await Promise.all([first, second]);
    expect(chosen.strength).toEqual(strong);
  });

  it("suggested words are shown, and still have to be typed once", async () => {
    const chosen = await typed("something", "something");
    await chosen.suggest();
    expect(chosen.text).toBe("five plain words in row");
    expect(chosen.shown).toBe(true);
    expect(chosen.press()).toBe("stay");
    expect(chosen.problem).toBe("different");
  });

  it("clearing leaves nothing", async () => {
    const chosen = await typed("window gravel seven soup lantern");
    chosen.clear();
    expect([chosen.text, chosen.again, chosen.shown]).toEqual(["", "", false]);
  });
});
