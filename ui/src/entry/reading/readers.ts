/**
 * How each kind reads, besides those of reading.ts. What safety hides on a writing
 * page is hidden here too (domain reference D.7).
 */
import type { KindName } from "../../ipc";
import type { Reader } from "./section";
import { readExperiment, readRehearsal } from "./techniques";

export const READERS: Partial<Record<KindName, Reader>> = {
  experiment: readExperiment,
  rehearsal: readRehearsal,
};
