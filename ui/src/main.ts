/** Starts the window. */
import { mount } from "svelte";
import App from "./App.svelte";

async function begin(): Promise<void> {
  // Known at build time: nothing of the stand-in gets into the shipped bundle.
  if (import.meta.env.MODE === "fake") {
    const { beginFake } = await import("./fake");
    beginFake(new URLSearchParams(location.search));
  }
  const target = document.getElementById("app");
  if (target) mount(App, { target });
}

void begin();
