/**
 * How each kind reads, besides those of reading.ts. What safety hides on a writing
 * page is hidden here too (domain reference D.7).
 */
import type { KindName } from "../../ipc";
import { readConflict } from "./conflict";
import { readDispute } from "./dispute";
import { readLifeEvent } from "./life-event";
import { readLoss, readMemory } from "./loss";
import type { Reader } from "./section";
import { readExperiment, readRehearsal } from "./techniques";
import { readTransition } from "./transition";

export const READERS: Partial<Record<KindName, Reader>> = {
  conflict: readConflict,
  dispute: readDispute,
  experiment: readExperiment,
  life_event: readLifeEvent,
  loss: readLoss,
  memory: readMemory,
  rehearsal: readRehearsal,
  transition: readTransition,
};
