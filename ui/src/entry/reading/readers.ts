/**
 * How each kind reads, besides those of reading.ts. What safety hides on a writing
 * page is hidden here too (domain reference D.7).
 */
import type { KindName } from "../../ipc";
import { readCare, readPlan, readRide, readUse } from "./care";
import { readConflict } from "./conflict";
import {
  readAttempt,
  readConnection,
  readContact,
  readEvent,
  readPast,
  readPattern,
} from "./connection";
import { readDispute } from "./dispute";
import { readLifeEvent } from "./life-event";
import { readLoss, readMemory } from "./loss";
import type { Reader } from "./section";
import { readCourse, readSession } from "./sessions";
import { readDecision, readExperiment, readRehearsal } from "./techniques";
import { readTransition } from "./transition";

export const READERS: Partial<Record<KindName, Reader>> = {
  attempt: readAttempt,
  care: readCare,
  conflict: readConflict,
  connection: readConnection,
  contact: readContact,
  course: readCourse,
  decision: readDecision,
  dispute: readDispute,
  event: readEvent,
  experiment: readExperiment,
  life_event: readLifeEvent,
  loss: readLoss,
  memory: readMemory,
  past_relationship: readPast,
  pattern: readPattern,
  rehearsal: readRehearsal,
  session: readSession,
  ride: readRide,
  safety_plan: readPlan,
  transition: readTransition,
  use: readUse,
};
