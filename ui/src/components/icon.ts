import type { LucideProps } from "@lucide/svelte";
import type { Component } from "svelte";

/** A Lucide icon as it is imported from @lucide/svelte/icons/<name>. */
export type IconComponent = Component<LucideProps>;
